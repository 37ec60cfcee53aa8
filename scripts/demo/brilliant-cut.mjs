/**
 * The 73 planes of a round brilliant of radius 1, as x, y, z of the outward normal and the distance from the centre.
 * Angles are those of a well-cut stone (crown 34.5 degrees, pavilion 40.75 degrees, table 57 %).
 * @returns {number[]}
 */
export function brilliantCut() {
  const degrees = Math.PI / 180;
  /** @type {number[]} */
  const planes = [];
  /** @param {number} slope degrees from flat @param {number} around degrees @param {1 | -1} side @param {number} distance */
  const add = (slope, around, side, distance) => {
    const flat = Math.sin(slope * degrees);
    const up = side * Math.cos(slope * degrees);
    planes.push(flat * Math.cos(around * degrees), up, flat * Math.sin(around * degrees), distance);
  };
  const crown = 34.5;
  const pavilion = 40.75;
  const girdle = 0.035;
  /** Distance of a plane of this slope that meets the rim (radius 1) at height `girdle`. @param {number} slope */
  const atRim = (slope) => Math.sin(slope * degrees) + girdle * Math.cos(slope * degrees);
  const tableHeight = girdle + (1 - 0.57) * Math.tan(crown * degrees);
  planes.push(0, 1, 0, tableHeight);
  for (let i = 0; i < 8; i++) {
    add(crown, i * 45, 1, atRim(crown) * 0.985);
    add(pavilion, i * 45, -1, atRim(pavilion) * 0.985);
    const star = 21;
    const reach = 0.6 * Math.sin(star * degrees) + tableHeight * Math.cos(star * degrees);
    add(star, i * 45 + 22.5, 1, reach * 0.995);
  }
  for (let i = 0; i < 16; i++) {
    add(41, i * 22.5 + 11.25, 1, atRim(41) * 0.985);
    add(42.2, i * 22.5 + 11.25, -1, atRim(42.2) * 0.985);
    planes.push(Math.cos(i * 22.5 * degrees), 0, Math.sin(i * 22.5 * degrees), 0.985);
  }
  return planes;
}
