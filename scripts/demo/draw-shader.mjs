/**
 * Runs inside the browser's page, so it may use nothing from outside itself.
 * @param {{
 *   width: number, height: number, seed: number, common: string, picture: string, planes: number[] | null,
 *   mesh: { vertex: string, picture: string } | null,
 * }} request
 * @returns {string} a PNG as base64.
 */
export function drawShader({ width, height, seed, common, picture, planes, mesh }) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const gl = canvas.getContext('webgl2', { preserveDrawingBuffer: true, antialias: true, alpha: false });
  if (!gl) throw new Error('This browser has no WebGL 2.');

  const fragment = (/** @type {string} */ body) => `#version 300 es\n${common}\n${body}
out vec4 result;
void main() {
  vec2 p = (gl_FragCoord.xy * 2.0 - size) / size.x;
  result = vec4(develop(max(picture(p), 0.0), p), 1.0);
}`;
  const program = (/** @type {string} */ vertexSource, /** @type {string} */ fragmentSource) => {
    const made = gl.createProgram();
    for (const [type, source] of /** @type {const} */ ([
      [gl.VERTEX_SHADER, vertexSource],
      [gl.FRAGMENT_SHADER, fragmentSource],
    ])) {
      const shader = gl.createShader(type);
      if (!shader) throw new Error('No shader.');
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader) ?? 'shader');
      gl.attachShader(made, shader);
    }
    gl.linkProgram(made);
    if (!gl.getProgramParameter(made, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(made) ?? 'link');
    // biome-ignore lint/correctness/useHookAtTopLevel: a call of WebGL, not a React hook.
    gl.useProgram(made);
    gl.uniform2f(gl.getUniformLocation(made, 'size'), width, height);
    gl.uniform1f(gl.getUniformLocation(made, 'seed'), seed);
    return made;
  };
  const attribute = (/** @type {WebGLProgram} */ of, /** @type {string} */ name, /** @type {number[]} */ values) => {
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(values), gl.STATIC_DRAW);
    const place = gl.getAttribLocation(of, name);
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, 2, gl.FLOAT, false, 0, 0);
  };

  gl.viewport(0, 0, width, height);
  const flat = '#version 300 es\nin vec2 corner; void main() { gl_Position = vec4(corner, 0.999, 1.0); }';
  const screen = program(flat, fragment(picture));
  if (planes) gl.uniform4fv(gl.getUniformLocation(screen, 'planes'), planes);
  attribute(screen, 'corner', [-1, -1, 3, -1, -1, 3]);
  // In strips, so that no single draw takes so long that the browser gives the context up.
  gl.enable(gl.SCISSOR_TEST);
  for (let y = 0; y < height; y += 64) {
    gl.scissor(0, y, width, 64);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    gl.readPixels(0, y, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  }
  gl.disable(gl.SCISSOR_TEST);

  if (mesh) {
    const surface = program(mesh.vertex, fragment(mesh.picture));
    const tilt = 0.98;
    const [c, s] = [Math.cos(tilt), Math.sin(tilt)];
    gl.uniformMatrix3fv(gl.getUniformLocation(surface, 'view'), false, [1, 0, 0, 0, c, s, 0, -s, c]);
    const [rows, columns] = [90, 4200];
    const corners = [];
    for (let column = 0; column < columns; column++) {
      const angles = [column, column + 1].map((step) => -2 * Math.PI + (17 * Math.PI * step) / columns);
      for (let row = 0; row < rows; row++) {
        const [r0, r1] = [row / rows, (row + 1) / rows];
        const [a0, a1] = angles;
        corners.push(r0, a0, r1, a0, r0, a1, r1, a0, r1, a1, r0, a1);
      }
    }
    gl.enable(gl.DEPTH_TEST);
    gl.clear(gl.DEPTH_BUFFER_BIT);
    attribute(surface, 'sheet', /** @type {number[]} */ (corners));
    gl.drawArrays(gl.TRIANGLES, 0, corners.length / 2);
  }
  const address = canvas.toDataURL('image/png');
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return address.slice(address.indexOf(',') + 1);
}
