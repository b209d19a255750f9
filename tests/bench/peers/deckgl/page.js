// Draws frame after frame, reads each back and sends it out. ?frames=N&kind=tuned|plain&tag=WORDS
import {makeDeck, settle} from './deck.js';
import {groundLayers, lightLayer, nameLayer, viewState, yearLayer} from './layers.js';
import {lightColors, lightPositions, loadScene} from './scene.js';
import {openSender} from './sender.js';
import {CopyLayer, PointsLayer} from './tuned.js';

const query = new URLSearchParams(location.search);
const tell = (what, body) => fetch(`/${what}`, {method: 'POST', body});

async function pictureOfGround(scene) {
  const {deck, canvas} = await makeDeck(scene, groundLayers(scene), true);
  await settle(deck);
  const picture = await createImageBitmap(canvas, {imageOrientation: 'flipY'});
  deck.finalize();
  return picture;
}

// What lies under the lights, and what draws them.
async function stock(scene, tuned) {
  if (!tuned) return {ground: groundLayers(scene), light: lightLayer};
  return {ground: [new CopyLayer({id: 'ground', picture: await pictureOfGround(scene)})],
    light: (positions, colors) => new PointsLayer({id: 'lights', positions, colors})};
}

async function main() {
  const tuned = query.get('kind') === 'tuned';
  const scene = await loadScene();
  const {ground, light} = await stock(scene, tuned);
  const positions = lightPositions(scene);
  const colors = lightColors(scene);
  const names = nameLayer(scene);
  const layers = i => [...ground, light(positions(i), colors), names, yearLayer(scene, scene.frames[i])];

  const {deck} = await makeDeck(scene, layers(0), !tuned);
  await settle(deck);
  const {gl} = deck.device;
  const [width, height] = scene.size;
  const draw = i => {
    deck.setProps({viewState: viewState(scene.frames[i]), layers: layers(i)});
    deck.redraw('frame');
  };
  const read = pixels => {
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
    return pixels;
  };

  const sender = await openSender(query.get('tag'), width * height * 4);
  draw(0);
  read(new Uint8Array(width * height * 4)); // shaders are compiled now
  await tell('first');
  for (let i = 0; i < Number(query.get('frames')); ++i) {
    draw(i);
    await sender.send(read(sender.buffer()));
  }
  await sender.finish();
  await tell('finish');
}

main().catch(fault => tell('fault', String(fault.stack)));
