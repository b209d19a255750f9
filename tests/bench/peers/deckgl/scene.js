// Workload W as the page needs it, and where its lights are at a frame.
const numbers = async name => new Float32Array(await (await fetch(`/${name}`)).arrayBuffer());
const json = async name => (await fetch(`/${name}`)).json();

export async function loadScene() {
  const [scene, states, arcs, lights] = await Promise.all(
    [json('scene.json'), json('states.json'), numbers('arcs.f32'), numbers('lights.f32')]);
  return {...scene, states, ways: commonSpace(arcs), lights};
}

// Longitudes and latitudes in deck.gl's common space (Mercator, 512 around, y up), so that no light is projected
// every frame.
function commonSpace(points) {
  const common = new Float32Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    common[i] = 512 * (points[i] + 180) / 360;
    common[i + 1] = 512 * (0.5 + Math.log(Math.tan(Math.PI / 4 + points[i + 1] * Math.PI / 360)) / (2 * Math.PI));
  }
  return common;
}

export function lightColors({lights, arcs, colors}) {
  const rgba = new Uint8Array(lights.length / 3 * 4);
  for (let i = 0; i < lights.length / 3; ++i) rgba.set([...colors[arcs[lights[i * 3]].color], 220], i * 4);
  return rgba;
}

// x, y, 0 of every light. Two arrays in turn: deck.gl takes the same array for unchanged data.
export function lightPositions({lights, ways, points, rate}) {
  const count = lights.length / 3;
  const turns = [new Float32Array(count * 3), new Float32Array(count * 3)];
  return frame => {
    const out = turns[frame % 2];
    const seconds = frame / rate;
    for (let i = 0; i < count; ++i) {
      const along = lights[i * 3 + 1] + lights[i * 3 + 2] * seconds;
      const place = (along - Math.floor(along)) * (points - 1);
      const point = place | 0;
      const part = place - point;
      const at = (lights[i * 3] * points + point) * 2;
      out[i * 3] = ways[at] + (ways[at + 2] - ways[at]) * part;
      out[i * 3 + 1] = ways[at + 1] + (ways[at + 3] - ways[at + 1]) * part;
    }
    return out;
  };
}
