// What a patient user writes to be quicker while the camera rests: the ground drawn once and copied under each
// frame, and lights as points of GL, a vertex each, instead of deck.gl's quads.
import {Layer, project32} from '@deck.gl/core';
import {Model} from '@luma.gl/engine';

const VERTEX = `#version 300 es
in vec3 positions;
in vec4 colors;
out vec4 color;
void main() {
  gl_Position = project_common_position_to_clipspace(vec4(positions, 1.0));
  gl_PointSize = 6.0;
  color = colors;
}`;
const FRAGMENT = `#version 300 es
precision highp float;
in vec4 color;
out vec4 fragColor;
void main() {
  float cover = clamp(3.0 - 6.0 * length(gl_PointCoord - 0.5), 0.0, 1.0);
  if (cover <= 0.0) discard;
  fragColor = vec4(color.rgb, color.a * cover);
}`;
const BLENDING = {depthCompare: 'always', depthWriteEnabled: false, blend: true,
  blendColorSrcFactor: 'src-alpha', blendColorDstFactor: 'one-minus-src-alpha',
  blendAlphaSrcFactor: 'one', blendAlphaDstFactor: 'one-minus-src-alpha'};
const VERTEX_DATA = 0x20 | 0x08; // luma.gl's usage: vertices, copied into

// Props: positions (x, y, 0 of common space) and colors (RGBA).
export class PointsLayer extends Layer {
  initializeState() {
    const {device} = this.context;
    const {positions, colors} = this.props;
    const buffer = device.createBuffer({byteLength: positions.byteLength, usage: VERTEX_DATA});
    const model = new Model(device, {id: this.id, ...super.getShaders({vs: VERTEX, fs: FRAGMENT, modules: [project32]}),
      bufferLayout: [{name: 'positions', format: 'float32x3'}, {name: 'colors', format: 'unorm8x4'}],
      attributes: {positions: buffer, colors: device.createBuffer({data: colors, usage: VERTEX_DATA})},
      topology: 'point-list', vertexCount: colors.length / 4, parameters: BLENDING});
    this.setState({buffer, model});
  }

  updateState({props}) {
    this.state.buffer.write(props.positions);
  }

  draw({renderPass}) {
    this.state.model.draw(renderPass);
  }
}
PointsLayer.layerName = 'PointsLayer';

// Props: picture, an ImageBitmap as large as the canvas, its rows from the bottom up.
export class CopyLayer extends Layer {
  initializeState() {
    const {gl} = this.context.device;
    const bound = gl.getParameter(gl.READ_FRAMEBUFFER_BINDING);
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, this.props.picture);
    gl.bindTexture(gl.TEXTURE_2D, null);
    const framebuffer = gl.createFramebuffer();
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, framebuffer);
    gl.framebufferTexture2D(gl.READ_FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, bound);
    this.setState({framebuffer});
  }

  draw() {
    const {gl} = this.context.device;
    const {width, height} = this.props.picture;
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, this.state.framebuffer);
    gl.disable(gl.SCISSOR_TEST);
    gl.blitFramebuffer(0, 0, width, height, 0, 0, width, height, gl.COLOR_BUFFER_BIT, gl.NEAREST);
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
  }
}
CopyLayer.layerName = 'CopyLayer';
