// What lies behind the rose: a dark velvet room with lights out of focus.
vec3 picture(vec2 p) {
  vec3 deep = mix(vec3(0.010, 0.006, 0.010), vec3(0.075, 0.016, 0.030), smoothstep(-1.5, 1.4, p.y));
  deep += vec3(0.30, 0.07, 0.09) * exp(-1.1 * dot(p - vec2(0.1, 0.2), p - vec2(0.1, 0.2)));
  return deep + 0.34 * bokeh(p * 1.1 + 8.0, vec3(1.0, 0.50, 0.22), vec3(0.95, 0.20, 0.30));
}
