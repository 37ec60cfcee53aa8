// Pearls on dark marble with gold veins.
const int PEARLS = 9;
const vec4 PEARL[PEARLS] = vec4[](
  vec4(-0.28, 0.30, 0.20, 0.30), vec4(0.34, 0.22, 0.02, 0.22), vec4(0.02, 0.16, -0.38, 0.16),
  vec4(0.62, 0.15, 0.50, 0.15), vec4(-0.62, 0.13, -0.36, 0.13), vec4(0.40, 0.11, -0.52, 0.11),
  vec4(-0.14, 0.09, -0.78, 0.09), vec4(0.20, 0.19, 0.86, 0.19), vec4(-0.70, 0.17, 0.98, 0.17));

float sphere(vec3 ro, vec3 rd, vec4 s) {
  vec3 o = ro - s.xyz;
  float b = dot(o, rd), c = dot(o, o) - s.w * s.w, h = b * b - c;
  if (h < 0.0) return -1.0;
  return -b - sqrt(h);
}

vec2 nearest(vec3 ro, vec3 rd) {
  vec2 best = vec2(1e9, -1);
  for (int i = 0; i < PEARLS; i++) {
    float t = sphere(ro, rd, PEARL[i]);
    if (t > 0.001 && t < best.x) best = vec2(t, i);
  }
  return best;
}

vec4 marble(vec2 p) {
  vec2 w = vec2(fbm(p * 1.1 + 2.0), fbm(p * 1.1 + 9.4));
  float cloud = fbm(p * 1.6 + 2.6 * w);
  float v1 = abs(fbm(p * 0.9 + 1.9 * w + 4.0) - 0.5);
  float v2 = abs(fbm(p * 2.1 + 2.4 * w + 21.0) - 0.5);
  float width = 0.5 + 0.9 * noise(p * 2.3);
  float vein = smoothstep(0.016 * width, 0.003 * width, v1);
  float fine = smoothstep(0.010 * width, 0.001, v2) * 0.6;
  vec3 stone = mix(vec3(0.004, 0.012, 0.013), vec3(0.014, 0.060, 0.052), smoothstep(0.25, 0.75, cloud));
  stone += vec3(0.05, 0.075, 0.07) * smoothstep(0.10, 0.0, v2) * 0.35;
  return vec4(stone, clamp(vein + fine, 0.0, 1.0));
}

float openness(vec3 p, vec3 n) {
  float open = 1.0;
  for (int i = 0; i < PEARLS; i++) {
    vec3 d = PEARL[i].xyz - p;
    float l = length(d), r = PEARL[i].w;
    if (l < r * 1.02) continue;
    open *= 1.0 - clamp(dot(n, d / l) * r * r / (l * l), 0.0, 0.95);
  }
  return open;
}

float lit(vec3 p, vec3 toLight) {
  float light = 1.0;
  for (int i = 0; i < PEARLS; i++) {
    vec3 d = PEARL[i].xyz - p;
    float along = dot(d, toLight);
    if (along < 0.0 || dot(d, d) < PEARL[i].w * PEARL[i].w * 1.05) continue;
    float beside = length(d - toLight * along);
    light *= smoothstep(-0.12, 0.14, (beside - PEARL[i].w) / max(along, 0.1) + 0.03);
  }
  return light;
}

const vec3 KEY = vec3(-0.62, 0.70, -0.35);

vec3 pearl(vec3 p, vec3 n, vec3 rd, float number) {
  vec3 key = normalize(KEY);
  float facing = max(dot(n, -rd), 0.0);
  float wrap = pow(0.5 + 0.5 * dot(n, key), 1.6);
  vec3 body = mix(vec3(0.88, 0.78, 0.68), vec3(0.86, 0.74, 0.74), fract(number * 0.37));
  vec3 nacre = 0.5 + 0.5 * cos(6.28 * (0.8 * facing + vec3(0.02, 0.30, 0.62)) + number);
  body *= mix(vec3(1), 0.78 + 0.44 * nacre, 0.35 + 0.4 * (1.0 - facing));
  float open = openness(p, n);
  vec3 light = body * (0.62 * wrap * mix(0.5, 1.0, lit(p, key)) + 0.13 * open);
  vec3 mirror = reflect(rd, n);
  float fresnel = 0.05 + 0.6 * pow(1.0 - facing, 4.0);
  vec3 room = studio(mirror);
  if (mirror.y < 0.0) {
    vec3 q = p - mirror * p.y / mirror.y;
    vec4 stone = marble(q.xz);
    room = mix(stone.rgb * 1.5, vec3(0.9, 0.55, 0.2) * 0.7, stone.a);
  }
  light += room * fresnel * 0.9;
  light += vec3(1.0, 0.97, 0.92) * (0.9 * pow(max(dot(mirror, key), 0.0), 160.0) + 0.16 * pow(max(dot(mirror, key), 0.0), 9.0));
  return light;
}

vec3 picture(vec2 p) {
  vec3 ro = vec3(0.25, 2.9, -2.7);
  vec3 z = normalize(vec3(0.0, 0.0, 0.16) - ro), x = normalize(cross(vec3(0, 1, 0), z)), y = cross(z, x);
  vec3 rd = normalize(p.x * x + p.y * y + 3.5 * z);
  vec2 hit = nearest(ro, rd);
  if (hit.y >= 0.0) {
    vec3 at = ro + rd * hit.x;
    vec4 s = PEARL[int(hit.y)];
    return pearl(at, (at - s.xyz) / s.w, rd, hit.y);
  }
  vec3 at = ro - rd * ro.y / rd.y;
  vec4 stone = marble(at.xz);
  float e = 0.004;
  float slope = marble(at.xz + vec2(e, 0)).a - stone.a, slope2 = marble(at.xz + vec2(0, e)).a - stone.a;
  vec3 n = normalize(vec3(-slope * 0.35, 1.0, -slope2 * 0.35));
  vec3 key = normalize(KEY);
  float open = openness(at, vec3(0, 1, 0)), sun = lit(at, key);
  vec3 mirror = reflect(rd, n);
  float fresnel = 0.05 + 0.4 * pow(1.0 - max(-rd.y, 0.0), 4.0);
  vec2 again = nearest(at, mirror);
  vec3 seen = studio(mirror);
  if (again.y >= 0.0) {
    vec3 b = at + mirror * again.x;
    vec4 s = PEARL[int(again.y)];
    seen = pearl(b, (b - s.xyz) / s.w, mirror, again.y);
  }
  float sheen = pow(max(dot(reflect(rd, normalize(vec3(0.1 * (fbm(at.xz * 7.0) - 0.5), 1.0, 0.1 * (fbm(at.zx * 7.0) - 0.5)))), key), 0.0), 6.0);
  vec3 ground = stone.rgb * (0.30 * open + 1.25 * sun) + seen * fresnel * 0.8 + vec3(0.05, 0.07, 0.065) * sheen * sun;
  vec3 metal = vec3(1.0, 0.66, 0.26) * (0.10 * open + 0.50 * sun + 0.9 * sheen * sun + 0.35 * max(dot(mirror, key), 0.0) * sun);
  return mix(ground, metal, stone.a);
}
