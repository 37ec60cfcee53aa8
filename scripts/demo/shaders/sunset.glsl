// The last sun over a still sea.
const float SUN_Y = 0.115;

vec3 sky(vec3 rd) {
  float y = max(rd.y, 0.0);
  vec3 light = mix(vec3(1.35, 0.46, 0.13), vec3(0.78, 0.20, 0.24), smoothstep(0.0, 0.20, y));
  light = mix(light, vec3(0.26, 0.11, 0.30), smoothstep(0.12, 0.42, y));
  light = mix(light, vec3(0.035, 0.035, 0.12), smoothstep(0.34, 0.95, y));
  vec2 q = vec2(rd.x / (0.30 + y), 1.0 / (0.16 + y));
  float streak = fbm(vec2(q.x * 1.0 + 1.4, q.y * 1.7 + 0.25 * fbm(q * 1.3)));
  float wisps = smoothstep(0.42, 0.78, streak) * smoothstep(0.0, 0.10, y) * smoothstep(0.85, 0.25, y);
  float d = length(vec2(rd.x, rd.y - SUN_Y));
  vec3 edge = mix(vec3(0.50, 0.13, 0.20), vec3(2.3, 0.95, 0.32), exp(-3.2 * d));
  light = mix(light, edge, wisps * 0.75);
  light += vec3(1.0, 0.50, 0.16) * 1.1 * exp(-5.5 * d) + vec3(1.0, 0.75, 0.4) * 1.2 * exp(-22.0 * d);
  light += vec3(6.0, 4.4, 2.4) * smoothstep(0.066, 0.061, d);
  return light;
}

float waves(vec2 p) {
  float h = 0.0, weight = 1.0;
  for (int i = 0; i < 5; i++) {
    h += weight * (noise(p * vec2(0.55, 1.6)) - 0.5);
    p = turn(0.35) * p * 1.9 + 3.7;
    weight *= 0.52;
  }
  return h;
}

vec3 picture(vec2 p) {
  vec3 rd = normalize(vec3(p.x * 0.55, (p.y + 0.36) * 0.55, 1.0));
  if (rd.y > 0.0) {
    vec3 light = sky(rd);
    vec2 cell = floor(p * 190.0);
    float star = step(0.9975, hash(cell)) * smoothstep(0.35, 0.75, rd.y);
    return 1.25 * light + star * 0.5 * smoothstep(0.5, 0.1, length(fract(p * 190.0) - 0.5));
  }
  float t = 1.0 / -rd.y;
  vec2 q = rd.xz * t * 2.2;
  float e = 0.02 + 0.002 * t;
  float strength = 0.20 / (1.0 + 0.05 * t);
  float h = waves(q);
  vec3 n = normalize(vec3((h - waves(q + vec2(e, 0))) / e * strength * 0.35, 1.0, (h - waves(q + vec2(0, e))) / e * strength));
  vec3 mirror = reflect(rd, n);
  mirror.y = abs(mirror.y) + 0.004;
  float fresnel = 0.10 + 0.90 * pow(1.0 - max(dot(n, -rd), 0.0), 4.0);
  vec3 seen = sky(normalize(mirror));
  float glint = pow(max(dot(normalize(mirror), normalize(vec3(0.0, SUN_Y, 1.0))), 0.0), 420.0);
  vec3 deep = vec3(0.012, 0.018, 0.045);
  vec3 light = mix(deep, seen, fresnel) + vec3(3.4, 1.9, 0.8) * glint;
  return 1.25 * mix(light, vec3(1.10, 0.40, 0.16), 0.55 * exp(rd.y * 42.0));
}
