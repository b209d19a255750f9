"""Who is measured: each peer's command, what it needs, and how many of the frames it gets."""
import pathlib
import shutil
import subprocess
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent


@dataclass(frozen=True)
class Peer:
    name: str
    folder: str
    words: tuple = ()  # that its command takes on top
    cameras: tuple = ("rests",)
    programs: tuple = ()
    modules: tuple = ()  # of Debian's Python
    files: tuple = ()
    # What part of the frames it makes, with up to 10,000 lights and with more: the slow ones would take hours.
    parts: tuple = (1.0, 1.0)

    def command(self, data, frames, film):
        return [HERE / self.folder / "run", data, frames, film, *self.words]

    def missing(self):
        absent = [p for p in self.programs if not shutil.which(p)]
        absent += [m for m in self.modules if not has_module(m)]
        return absent + [f for f in self.files if not (HERE / f).exists()]

    def frames(self, lights, of):
        return max(2, round(of * self.parts[lights > 10_000]))


def has_module(name):
    return subprocess.run(["/usr/bin/python3", "-c", f"import {name}"], capture_output=True).returncode == 0


BROWSER = dict(folder="deckgl", programs=("node", "chromium", "ffmpeg"), files=("deckgl/node_modules/@deck.gl/layers",))

PEERS = (
    Peer("ebbflow", "ebbflow", cameras=("rests", "moves")),
    Peer("deckgl-tuned", words=("tuned",), parts=(1.0, 0.4), **BROWSER),
    Peer("deckgl", words=("plain",), cameras=("rests", "moves"), parts=(0.1, 0.08), **BROWSER),
    Peer("cartopy", "cartopy", programs=("ffmpeg",), modules=("cartopy", "matplotlib"), parts=(1.0, 0.4)),
    Peer("qgis", "qgis", programs=("ffmpeg",), modules=("qgis.core",), parts=(0.2, 0.04)),
    Peer("gource", "gource", programs=("gource", "Xvfb", "ffmpeg"), parts=(0.4, 0.4)),
    Peer("encoder", "encoder", programs=("ffmpeg",)),
)
