// Shared by all demo pictures: noise, light, and the way from light to pixels.
// picture(p) gives linear light; p.x runs from -1 to 1, p.y from -1.5 to 1.5 upwards.
precision highp float;
uniform vec2 size;
uniform float seed;

const float PI = 3.14159265;

mat2 turn(float angle) {
  float c = cos(angle), s = sin(angle);
  return mat2(c, s, -s, c);
}

float hash(vec2 p) {
  vec3 q = fract(vec3(p.xyx) * 0.1031 + seed * 0.137);
  q += dot(q, q.yzx + 33.33);
  return fract((q.x + q.y) * q.z);
}

vec2 hash2(vec2 p) {
  return vec2(hash(p), hash(p + 57.31));
}

float noise(vec2 p) {
  vec2 cell = floor(p), f = fract(p);
  f = f * f * f * (f * (f * 6.0 - 15.0) + 10.0);
  return mix(mix(hash(cell), hash(cell + vec2(1, 0)), f.x),
             mix(hash(cell + vec2(0, 1)), hash(cell + vec2(1, 1)), f.x), f.y);
}

float fbm(vec2 p) {
  float sum = 0.0, weight = 0.5;
  for (int octave = 0; octave < 6; octave++) {
    sum += weight * noise(p);
    p = turn(0.6) * p * 2.03 + 7.1;
    weight *= 0.5;
  }
  return sum;
}

// One layer of out-of-focus lights: soft discs with a brighter rim.
vec3 bokehLayer(vec2 p, float scale, float radius, float share, vec3 tintA, vec3 tintB) {
  vec3 light = vec3(0);
  vec2 base = floor(p * scale);
  for (int y = -1; y <= 1; y++) {
    for (int x = -1; x <= 1; x++) {
      vec2 cell = base + vec2(x, y);
      vec2 random = hash2(cell * 1.7 + scale);
      if (hash(cell + 9.2 * scale) > share) continue;
      float r = radius * (0.55 + 0.6 * random.x);
      float d = length(p * scale - cell - 0.2 - 0.6 * random) / r;
      float disc = smoothstep(1.0, 0.88, d) * (0.72 + 0.28 * smoothstep(0.3, 1.0, d));
      light += disc * mix(tintA, tintB, random.y) * (0.25 + 0.75 * hash(cell + 3.3));
    }
  }
  return light;
}

vec3 bokeh(vec2 p, vec3 tintA, vec3 tintB) {
  return bokehLayer(p, 1.25, 0.40, 0.50, tintA, tintB) * 0.40
       + bokehLayer(p + 5.3, 2.3, 0.40, 0.34, tintA, tintB) * 0.6
       + bokehLayer(p + 11.9, 4.7, 0.30, 0.16, tintA, tintB) * 0.9;
}

// A studio: three soft boxes and a warm room.
float softBox(vec3 rd, vec3 toward, vec2 halfSize, float soft) {
  vec3 z = normalize(toward);
  vec3 x = normalize(cross(vec3(0, 1, 0), z));
  vec3 y = cross(z, x);
  float facing = dot(rd, z);
  if (facing <= 0.0) return 0.0;
  vec2 q = abs(vec2(dot(rd, x), dot(rd, y)) / facing) - halfSize;
  return smoothstep(soft, -soft, max(q.x, q.y));
}

vec3 studio(vec3 rd) {
  vec3 room = mix(vec3(0.015, 0.010, 0.012), vec3(0.10, 0.065, 0.045), smoothstep(-0.6, 0.9, rd.y));
  room += vec3(5.5, 5.0, 4.4) * softBox(rd, vec3(-1.2, 0.75, -0.35), vec2(0.30, 0.85), 0.10);
  room += vec3(3.4, 2.7, 2.0) * softBox(rd, vec3(1.3, 0.45, -0.25), vec2(0.16, 0.95), 0.06);
  room += vec3(2.8, 2.7, 2.6) * softBox(rd, vec3(0.1, 1.5, 0.3), vec2(0.55, 0.35), 0.2);
  return room;
}

// Narkowicz' fit of the ACES film curve.
vec3 film(vec3 x) {
  return clamp((x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14), 0.0, 1.0);
}

vec3 develop(vec3 light, vec2 p) {
  light *= 0.60 * (1.0 - 0.34 * smoothstep(0.5, 1.9, length(p * vec2(1.0, 0.8))));
  vec3 colour = pow(film(light), vec3(1.0 / 2.2));
  return colour + (hash(gl_FragCoord.xy) - 0.5) * 0.012;
}
