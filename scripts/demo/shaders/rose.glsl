// Velvet petals: soft from the front, bright where they turn away, dark in the folds.
in vec3 position;
in vec3 normal;
in vec2 where;

vec3 picture(vec2 p) {
  vec3 n = normalize(normal);
  if (n.z < 0.0) n = -n;
  vec3 key = normalize(vec3(-0.55, 0.70, 0.62)), rim = normalize(vec3(0.8, 0.15, 0.25));
  float depth = where.x;
  float fold = smoothstep(0.05, 1.0, depth);
  float age = smoothstep(-6.3, 47.0, where.y);
  vec3 petal = mix(vec3(0.30, 0.003, 0.014), vec3(0.80, 0.016, 0.045), fold);
  petal = mix(petal, vec3(0.80, 0.10, 0.14), 0.5 * smoothstep(0.86, 1.0, depth));
  float vein = noise(vec2(where.y * 22.0, depth * 2.5)) * noise(vec2(where.y * 60.0, depth * 5.0));
  petal *= 0.82 + 0.34 * vein;
  float diffuse = max(dot(n, key), 0.0);
  float shade = mix(0.10, 1.0, pow(fold, 1.6)) * mix(0.72, 1.0, age);
  float sheen = pow(1.0 - max(n.z, 0.0), 3.0);
  vec3 light = petal * (0.06 + 1.15 * diffuse) * shade;
  light += vec3(0.95, 0.36, 0.34) * sheen * 0.34 * shade;
  light += vec3(1.0, 0.45, 0.26) * 0.42 * pow(max(dot(n, rim), 0.0), 3.0) * shade * smoothstep(0.4, 1.0, depth);
  light += vec3(1.0, 0.80, 0.74) * 0.13 * pow(max(dot(n, normalize(key + vec3(0, 0, 1))), 0.0), 26.0) * shade;
  return light;
}
