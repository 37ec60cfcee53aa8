#version 300 es
// Paul Nylander's rose: one spiral surface over (radius, angle).
precision highp float;
in vec2 sheet;
uniform mat3 view;
out vec3 position;
out vec3 normal;
out vec2 where;

const float PI = 3.14159265;

vec3 rose(vec2 s) {
  float r = s.x, angle = s.y;
  float phi = 0.5 * PI * exp(-angle / (8.0 * PI));
  float petal = 1.0 - mod(3.6 * angle, 2.0 * PI) / PI;
  float bend = 1.25 * petal * petal - 0.25;
  float x = 1.0 - 0.5 * bend * bend;
  float y = 1.95653 * r * r * (1.27689 * r - 1.0) * (1.27689 * r - 1.0) * sin(phi);
  float across = x * (r * sin(phi) + y * cos(phi));
  float ruffle = 0.012 * sin(angle * 9.0 + r * 4.0) * r * r * r;
  float around = angle + 2.4;
  return vec3(across * sin(around), x * (r * cos(phi) - y * sin(phi)) + ruffle, across * cos(around));
}

void main() {
  vec2 e = vec2(0.004, 0.0);
  vec3 p = rose(sheet);
  vec3 n = cross(rose(sheet + e.yx) - p, rose(sheet + e.xy) - p);
  position = view * (p - vec3(0.0, 0.32, 0.0));
  normal = view * n;
  where = sheet;
  gl_Position = vec4(position.x * 0.93, (position.y * 0.93 + 0.06) / 1.5, -position.z * 0.4, 1.0);
}
