// Champagne silk: a folded height field under a soft key light.
float height(vec2 p) {
  vec2 q = turn(0.62) * p;
  float w = (noise(q * 0.62 + 3.0) + 0.28 * noise(q * 1.4 + 8.0)) * 2.1;
  q.y += 0.42 * sin(q.x * 1.5 + w) + 0.30 * w;
  float h = 0.36 * sin(q.y * 3.1 + 0.7 * w);
  float ridge = 1.0 - abs(sin(q.y * 2.3 + q.x * 0.9 + 1.6 * w));
  h += 0.20 * ridge * ridge;
  h += 0.040 * sin(q.y * 8.0 + q.x * 1.3 + 2.4 * w);
  h += 0.006 * sin(q.y * 19.0 + q.x * 2.4 + 4.0 * w);
  return h;
}

vec3 picture(vec2 p) {
  float e = 0.004;
  float h = height(p);
  vec3 n = normalize(vec3(h - height(p + vec2(e, 0)), h - height(p + vec2(0, e)), e * 1.05));
  vec3 view = vec3(0, 0, 1);
  vec3 key = normalize(vec3(-0.55, 0.75, 0.62));
  vec3 rim = normalize(vec3(0.85, -0.35, 0.35));
  float diffuse = max(dot(n, key), 0.0);
  float shine = pow(max(dot(n, normalize(key + view)), 0.0), 22.0);
  float tight = pow(max(dot(n, normalize(key + view)), 0.0), 90.0);
  float back = pow(max(dot(n, normalize(rim + view)), 0.0), 9.0);
  float sheen = pow(1.0 - max(n.z, 0.0), 2.5);
  float hollow = smoothstep(-0.55, 0.35, h);
  vec3 silk = vec3(0.88, 0.42, 0.14);
  vec3 light = silk * (0.09 + 1.35 * pow(diffuse, 1.4)) * mix(0.35, 1.0, hollow);
  light += vec3(1.0, 0.72, 0.40) * (1.1 * shine + 0.9 * tight);
  light += vec3(0.85, 0.36, 0.24) * 0.28 * back;
  light += vec3(0.9, 0.55, 0.32) * 0.16 * sheen * hollow;
  float weave = sin((p.x + p.y) * 640.0) * sin((p.x - p.y) * 640.0);
  return light * (1.0 + 0.025 * weave);
}
