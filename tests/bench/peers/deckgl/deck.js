// A deck.gl on a canvas that is laid out but never shown: drawn when told to, at no other time.
import {Deck, MapView} from '@deck.gl/core';
import {viewState} from './layers.js';

function hiddenCanvas([width, height]) {
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  const holder = document.createElement('div');
  holder.style.cssText = `position:absolute;visibility:hidden;left:0;top:0;width:${width}px;height:${height}px`;
  canvas.style.cssText = `width:${width}px;height:${height}px`;
  holder.appendChild(canvas);
  document.body.appendChild(holder);
  return canvas;
}

export function makeDeck({size, colors, frames}, layers, antialias) {
  const canvas = hiddenCanvas(size);
  return new Promise((resolve, reject) => {
    const deck = new Deck({canvas, width: size[0], height: size[1], useDevicePixels: false, controller: false,
      _animate: false, views: new MapView({repeat: false, clear: true, clearColor: colors.sea}),
      viewState: viewState(frames[0]), layers,
      deviceProps: {type: 'webgl', webgl: {antialias, alpha: false, preserveDrawingBuffer: true},
        createCanvasContext: {canvas, useDevicePixels: false, autoResize: false}},
      onLoad: () => resolve({deck, canvas}), onError: reject});
  });
}

// Until data, fonts and shaders are there.
export async function settle(deck) {
  for (let i = 0; i < 200; ++i) {
    await new Promise(resolve => setTimeout(resolve, 20));
    deck.redraw('settle');
    if (i > 5 && deck.props.layers.every(layer => layer.isLoaded)) return;
  }
  throw new Error('layers do not load');
}
