// The picture by deck.gl's own layers.
import {COORDINATE_SYSTEM, WebMercatorViewport} from '@deck.gl/core';
import {ArcLayer, GeoJsonLayer, ScatterplotLayer, TextLayer} from '@deck.gl/layers';

const FONT = 'DejaVu Sans';

export const viewState = ({lon, lat, zoom, bearing}) => ({longitude: lon, latitude: lat, zoom, bearing, pitch: 0});

export function groundLayers({states, arcs, points, colors}) {
  const color = arc => [...colors[arc.color], 70];
  return [
    new GeoJsonLayer({id: 'states', data: states, getFillColor: colors.land, getLineColor: colors.border,
      lineWidthUnits: 'pixels', getLineWidth: 1}),
    new ArcLayer({id: 'arcs', data: arcs, greatCircle: true, getHeight: 0, numSegments: points - 1, getWidth: 2,
      getSourcePosition: arc => arc.from, getTargetPosition: arc => arc.to, getSourceColor: color, getTargetColor: color}),
  ];
}

export function lightLayer(positions, colors) {
  const attributes = {getPosition: {value: positions, size: 3}, getFillColor: {value: colors, size: 4}};
  return new ScatterplotLayer({id: 'lights', data: {length: colors.length / 4, attributes},
    coordinateSystem: COORDINATE_SYSTEM.CARTESIAN, radiusUnits: 'pixels', getRadius: 2.5,
    parameters: {depthCompare: 'always', depthWriteEnabled: false}});
}

export function nameLayer({cities, colors}) {
  return new TextLayer({id: 'names', data: cities, getPosition: city => [city.lon, city.lat], getText: city => city.name,
    getSize: 15, getPixelOffset: [0, -12], getColor: colors.word, fontFamily: FONT});
}

// The year keeps to its corner of the screen, wherever the camera is.
export function yearLayer({size, colors}, frame) {
  const [width, height] = size;
  const corner = new WebMercatorViewport({width, height, ...viewState(frame)}).unproject([180, 100]);
  return new TextLayer({id: 'year', data: [frame.year], getPosition: () => corner, getText: year => year, getSize: 72,
    getColor: colors.word, fontFamily: FONT, characterSet: '0123456789', updateTriggers: {getPosition: corner}});
}
