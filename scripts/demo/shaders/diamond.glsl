// A round brilliant: light is followed through the planes of its cut, once for each of three colours.
const int PLANES = 73;
uniform vec4 planes[PLANES];

vec3 sparkleRoom(vec3 rd) {
  vec3 light = mix(vec3(0.02, 0.02, 0.03), vec3(0.30, 0.29, 0.30), smoothstep(-0.2, 1.0, rd.y));
  vec2 q = vec2(atan(rd.x, rd.z) / PI, rd.y) * vec2(5.0, 5.0);
  vec2 cell = floor(q);
  float bright = step(0.66, hash(cell + 4.0));
  vec2 f = abs(fract(q) - 0.5);
  light += bright * smoothstep(0.48, 0.30, max(f.x, f.y)) * mix(vec3(2.4, 2.1, 1.7), vec3(1.9, 2.2, 2.6), hash(cell)) * 2.2;
  light += vec3(3.0, 2.3, 1.4) * softBox(rd, vec3(-1.0, 0.9, -0.4), vec2(0.35, 0.6), 0.15);
  return light;
}

vec3 surroundings(vec2 q) {
  vec3 deep = mix(vec3(0.020, 0.012, 0.030), vec3(0.10, 0.035, 0.055), smoothstep(-1.4, 1.2, q.y + 0.3 * q.x));
  deep += vec3(0.55, 0.26, 0.10) * 0.30 * exp(-1.5 * dot(q - vec2(0.3, 0.6), q - vec2(0.3, 0.6)));
  return deep + 0.42 * bokeh(q * 1.15 + 3.1, vec3(1.0, 0.55, 0.24), vec3(0.95, 0.38, 0.45));
}

// Distances at which the ray enters and leaves the stone, with the planes' numbers.
vec4 cross73(vec3 ro, vec3 rd) {
  float enter = -1e9, leave = 1e9, first = -1.0, last = -1.0;
  for (int i = 0; i < PLANES; i++) {
    float facing = dot(planes[i].xyz, rd);
    float t = (planes[i].w - dot(planes[i].xyz, ro)) / (abs(facing) < 1e-6 ? 1e-6 : facing);
    if (facing < 0.0) { if (t > enter) { enter = t; first = float(i); } }
    else if (t < leave) { leave = t; last = float(i); }
  }
  return vec4(enter, leave, first, last);
}

float inStone(vec3 ro, vec3 rd, vec3 n, float index, int channel) {
  vec3 p = ro;
  vec3 inside = refract(rd, n, 1.0 / index);
  float kept = 1.0;
  for (int bounce = 0; bounce < 7; bounce++) {
    vec4 way = cross73(p, inside);
    p += inside * way.y;
    vec3 m = -planes[int(way.w)].xyz;
    vec3 leaving = refract(inside, m, index);
    if (dot(leaving, leaving) > 0.0) {
      vec3 room = sparkleRoom(leaving);
      return kept * (channel == 0 ? room.r : channel == 1 ? room.g : room.b);
    }
    inside = reflect(inside, m);
    kept *= 0.96;
  }
  return kept * 0.10;
}

vec3 picture(vec2 p) {
  vec2 q = p - vec2(0.0, 0.12);
  vec3 ro = vec3(0.0, 2.25, -3.3);
  vec3 z = normalize(vec3(0.0, -0.06, 0.0) - ro), x = normalize(cross(vec3(0, 1, 0), z)), y = cross(z, x);
  vec3 rd = normalize(q.x * x + q.y * y + 3.0 * z);
  float a = 0.31;
  ro.xy = turn(0.10) * ro.xy; rd.xy = turn(0.10) * rd.xy;
  ro.xz = turn(a) * ro.xz; rd.xz = turn(a) * rd.xz;
  vec4 hit = cross73(ro, rd);
  if (hit.x > hit.y || hit.y < 0.0) {
    vec3 light = surroundings(p);
    // Light under the stone, broken into its colours.
    vec2 c = (p - vec2(0.0, -0.78)) * vec2(0.85, 2.1);
    float rays = 0.35 + fbm(vec2(atan(c.y, c.x) * 4.0, length(c) * 1.2)) * 1.5;
    float pool = exp(-3.2 * dot(c, c));
    vec3 prism = 0.55 + 0.45 * cos(6.28 * (atan(c.y, c.x) * 0.9 + vec3(0.0, 0.33, 0.67)));
    return light + pool * rays * rays * 0.30 * mix(vec3(1.0, 0.84, 0.66), prism, 0.45);
  }
  vec3 n = planes[int(hit.z)].xyz;
  vec3 at = ro + rd * hit.x;
  float fresnel = 0.17 + 0.83 * pow(1.0 - max(dot(n, -rd), 0.0), 5.0);
  vec3 mirrored = sparkleRoom(reflect(rd, n));
  vec3 light = vec3(inStone(at, rd, n, 2.405, 0), inStone(at, rd, n, 2.425, 1), inStone(at, rd, n, 2.452, 2));
  return (1.0 - fresnel) * light * 1.25 + fresnel * mirrored * 0.75;
}
