/**
 * H.264 parameter sets in two places: in a file's `avcC` box, once for all packets (ISO/IEC 14496-15, 5.3.3.1), and in
 * front of a keyframe, in the stream.
 */

/** In an `avcC`: where the length of a NAL unit's length stands, and where the sequence parameter sets begin. */
const LENGTH_SIZE_AT = 4;
const SPS_COUNT_AT = 5;

/** True where packets described by the one can be decoded with the other. */
export function sameDescription(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, n) => byte === b[n]);
}

/**
 * A keyframe that brings its own parameter sets, for a file whose `avcC` holds another encoder's.
 * @param description the `avcC` of the encoder that made the keyframe.
 */
export function withParameterSets(keyframe: Uint8Array, description: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const lengthSize = ((description[LENGTH_SIZE_AT] ?? 0) & 0b11) + 1;
  const units = parameterSetsOf(description);
  const added = units.reduce((sum, unit) => sum + lengthSize + unit.length, 0);
  const bytes = new Uint8Array(added + keyframe.length);
  let position = 0;
  for (const unit of units) {
    for (let n = 0; n < lengthSize; n++) bytes[position + n] = unit.length >> (8 * (lengthSize - 1 - n));
    bytes.set(unit, position + lengthSize);
    position += lengthSize + unit.length;
  }
  bytes.set(keyframe, position);
  return bytes;
}

/** Sequence parameter sets, then picture parameter sets, without their lengths. */
function parameterSetsOf(description: Uint8Array<ArrayBuffer>): Uint8Array[] {
  const view = new DataView(description.buffer, description.byteOffset, description.byteLength);
  const units: Uint8Array[] = [];
  let position = SPS_COUNT_AT;
  for (const countMask of [0b11111, 0xff]) {
    const count = view.getUint8(position++) & countMask;
    for (let n = 0; n < count; n++) {
      const length = view.getUint16(position);
      units.push(description.subarray(position + 2, position + 2 + length));
      position += 2 + length;
    }
  }
  return units;
}
