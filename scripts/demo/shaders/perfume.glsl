// A perfume bottle with amber liquid and a gold cap on black glass, marched through its distance field.
const vec3 BODY = vec3(0.44, 0.52, 0.20);
const vec3 CAVITY = vec3(0.365, 0.41, 0.125);
const float CAVITY_Y = 0.035;
const float FLOOR_Y = -0.56;

float roundBox(vec3 p, vec3 b, float r) {
  vec3 q = abs(p) - b + r;
  return length(max(q, 0.0)) + min(max(q.x, max(q.y, q.z)), 0.0) - r;
}

float glass(vec3 p) { return roundBox(p, BODY, 0.055); }

float gold(vec3 p) {
  float neck = max(length(p.xz) - 0.125, abs(p.y - 0.56) - 0.055);
  float ring = max(length(p.xz) - 0.150, abs(p.y - 0.595) - 0.012);
  float cap = roundBox(p - vec3(0, 0.775, 0), vec3(0.20, 0.165, 0.135), 0.022);
  return min(min(neck, ring) - 0.006, cap);
}

vec3 glassNormal(vec3 p) {
  vec2 e = vec2(0.0006, 0);
  return normalize(vec3(glass(p + e.xyy) - glass(p - e.xyy), glass(p + e.yxy) - glass(p - e.yxy), glass(p + e.yyx) - glass(p - e.yyx)));
}

vec3 goldNormal(vec3 p) {
  vec2 e = vec2(0.0006, 0);
  return normalize(vec3(gold(p + e.xyy) - gold(p - e.xyy), gold(p + e.yxy) - gold(p - e.yxy), gold(p + e.yyx) - gold(p - e.yyx)));
}

vec3 backdrop(vec3 rd) {
  vec3 light = studio(rd);
  if (rd.z > 0.0) {
    light = mix(light, vec3(0.030, 0.015, 0.012), smoothstep(0.2, 0.6, rd.z));
    vec2 q = rd.xy / rd.z;
    light += vec3(0.95, 0.31, 0.085) * exp(-34.0 * dot(q - vec2(0.05, 0.12), q - vec2(0.05, 0.12)));
    light += 0.60 * bokeh(q * 3.4 + 2.0, vec3(1.0, 0.55, 0.18), vec3(1.0, 0.80, 0.48));
  }
  return light;
}

// Length of the ray's way through the liquid.
float throughCavity(vec3 ro, vec3 rd) {
  vec3 o = ro - vec3(0, CAVITY_Y, 0);
  vec3 a = (-CAVITY - o) / rd, b = (CAVITY - o) / rd;
  vec3 near = min(a, b), far = max(a, b);
  float enter = max(max(near.x, near.y), max(near.z, 0.0));
  return max(min(far.x, min(far.y, far.z)) - enter, 0.0);
}

vec3 throughGlass(vec3 p, vec3 rd) {
  vec3 n = glassNormal(p);
  float fresnel = 0.04 + 0.96 * pow(1.0 - max(dot(n, -rd), 0.0), 5.0);
  vec3 light = fresnel * studio(reflect(rd, n)) * 1.2;
  vec3 inside = refract(rd, n, 1.0 / 1.45);
  vec3 q = p - n * 0.004;
  vec3 kept = vec3(1);
  for (int bounce = 0; bounce < 4; bounce++) {
    float amber = throughCavity(q, inside);
    float t = 0.0;
    for (int i = 0; i < 48; i++) {
      float d = -glass(q + inside * t);
      if (d < 0.0005) break;
      t += max(d, 0.002);
    }
    amber = min(amber, t);
    kept *= exp(-amber * vec3(0.45, 1.75, 5.2)) * exp(-t * vec3(0.10, 0.07, 0.06));
    q += inside * t;
    vec3 m = -glassNormal(q);
    vec3 leaving = refract(inside, m, 1.45);
    if (dot(leaving, leaving) > 0.0) {
      vec3 seen = backdrop(leaving) * 1.9 + vec3(0.05, 0.03, 0.015);
      if (leaving.y < -0.02) seen = seen * 0.25 + vec3(0.25, 0.11, 0.03) * exp(leaving.y * 4.0);
      return light + (1.0 - fresnel) * kept * seen;
    }
    inside = reflect(inside, m);
    q += m * 0.004;
  }
  return light + kept * vec3(0.75, 0.30, 0.07);
}

// First thing on the ray's way: distance, and 1 for glass or 2 for gold.
vec2 march(vec3 ro, vec3 rd) {
  float t = 0.0;
  for (int i = 0; i < 110; i++) {
    vec3 p = ro + rd * t;
    float g = glass(p), m = gold(p);
    float d = min(g, m);
    if (d < 0.0006) return vec2(t, g < m ? 1.0 : 2.0);
    t += d;
    if (t > 9.0) break;
  }
  return vec2(t, 0.0);
}

vec3 shade(vec3 ro, vec3 rd, vec2 hit) {
  vec3 p = ro + rd * hit.x;
  if (hit.y == 0.0) return backdrop(rd);
  if (hit.y == 1.0) {
    vec3 light = throughGlass(p, rd);
    // The label: two fine gold lines and a monogram ring, printed on the front.
    vec2 q = p.xy - vec2(0.0, 0.03);
    float ring = smoothstep(0.006, 0.002, abs(length(q) - 0.135)) + smoothstep(0.004, 0.001, abs(length(q) - 0.118));
    float star = smoothstep(0.010, 0.0, abs(q.x) * abs(q.y) * 60.0 + length(q) * 0.11 - 0.004) * step(length(q), 0.10);
    float lines = smoothstep(0.004, 0.001, abs(abs(q.y + 0.02) - 0.235)) * step(abs(q.x), 0.20);
    float print = clamp(ring + star + lines, 0.0, 1.0) * step(p.z, -0.19);
    return mix(light, vec3(1.0, 0.74, 0.34) * (0.75 + 0.6 * q.y + 0.5 * q.x), print);
  }
  vec3 n = goldNormal(p);
  vec3 mirror = reflect(rd, n);
  float brushed = 0.04 * sin(p.y * 900.0);
  vec3 room = studio(normalize(mirror + vec3(0, brushed, 0))) + vec3(0.30, 0.24, 0.18) * (1.0 + mirror.x);
  return room * vec3(1.0, 0.72, 0.33) * (0.75 + 0.35 * pow(1.0 - max(dot(n, -rd), 0.0), 4.0));
}

vec3 picture(vec2 p) {
  vec3 ro = vec3(0.0, 0.42, -4.2);
  vec3 target = vec3(0.0, 0.12, 0.0);
  vec3 z = normalize(target - ro), x = normalize(cross(vec3(0, 1, 0), z)), y = cross(z, x);
  vec3 rd = normalize(p.x * x + p.y * y + 4.3 * z);
  float a = -0.36;
  ro.xz = turn(a) * ro.xz;
  rd.xz = turn(a) * rd.xz;
  vec2 hit = march(ro, rd);
  float toFloor = rd.y < 0.0 ? (FLOOR_Y - ro.y) / rd.y : 1e9;
  if (hit.y > 0.0 && hit.x < toFloor) return shade(ro, rd, hit);
  if (toFloor > 30.0) return backdrop(normalize(vec3(turn(-a) * rd.xz, rd.y).xzy));
  vec3 q = ro + rd * toFloor;
  vec3 up = normalize(vec3(0.010 * (noise(q.xz * 60.0) - 0.5), 1.0, 0.010 * (noise(q.zx * 60.0 + 9.0) - 0.5)));
  vec3 mirror = reflect(rd, up);
  vec2 again = march(q + vec3(0, 0.002, 0), mirror);
  vec3 seen = again.y > 0.0 ? shade(q, mirror, again) : backdrop(normalize(vec3(turn(-a) * mirror.xz, mirror.y).xzy));
  float fresnel = 0.10 + 0.55 * pow(1.0 - max(-rd.y, 0.0), 4.0);
  float fade = exp(-0.22 * max(toFloor - 5.0, 0.0));
  // Light that the amber throws on the table.
  vec2 c = turn(-a) * q.xz - vec2(0.0, -0.45);
  vec3 caustic = vec3(1.0, 0.42, 0.10) * 0.35 * exp(-7.0 * dot(c * vec2(1.0, 0.9), c)) * (0.7 + 0.9 * fbm(c * 9.0));
  return mix(backdrop(normalize(vec3(turn(-a) * vec2(rd.x, rd.z), abs(rd.y)).xzy)), vec3(0.006, 0.005, 0.006) + seen * fresnel + caustic, fade);
}
