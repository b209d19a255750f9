"""The workload's folder as the peers in Python take it: in metres of Web Mercator."""
import json
import pathlib

import numpy as np

RADIUS = 6378137.0


def mercator(lon, lat):
    return np.radians(lon) * RADIUS, RADIUS * np.log(np.tan(np.pi / 4 + np.radians(lat) / 2))


class Scene:
    def __init__(self, folder):
        folder = pathlib.Path(folder)
        plain = json.loads((folder / "scene.json").read_text(encoding="utf-8"))
        self.width, self.height = plain["size"]
        self.rate, self.colors, self.frames = plain["rate"], plain["colors"], plain["frames"]
        self.cities, self.arcs = plain["cities"], plain["arcs"]
        self.states = json.loads((folder / "states.json").read_text(encoding="utf-8"))["features"]
        degrees = np.fromfile(folder / "arcs.f32", "f4").reshape(len(self.arcs), plain["points"], 2).astype(float)
        self.x, self.y = mercator(degrees[..., 0], degrees[..., 1])
        lights = np.fromfile(folder / "lights.f32", "f4").reshape(-1, 3)
        self.arc, self.phase, self.pace = lights[:, 0].astype(int), lights[:, 1], lights[:, 2]
        self.gold = np.array([a["color"] == "gold" for a in self.arcs])[self.arc]

    @property
    def metres_a_pixel(self):
        return 2 * np.pi * RADIUS / (512 * 2 ** self.frames[0]["zoom"])

    def extent(self):
        """West, south, east, north of the first frame, where the camera rests."""
        x, y = mercator(self.frames[0]["lon"], self.frames[0]["lat"])
        half_width, half_height = (n / 2 * self.metres_a_pixel for n in (self.width, self.height))
        return x - half_width, y - half_height, x + half_width, y + half_height

    def lights(self, frame):
        last = self.x.shape[1] - 1
        place = (self.phase + self.pace * (frame / self.rate)) % 1.0 * last
        point = np.minimum(place.astype(int), last - 1)
        part = place - point

        def between(ways):
            here, there = ways[self.arc, point], ways[self.arc, point + 1]
            return here + (there - here) * part

        return between(self.x), between(self.y)
