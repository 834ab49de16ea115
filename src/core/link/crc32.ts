const POLYNOMIAL = 0xedb88320;

/**
 * CRC-32 (IEEE 802.3) of ASCII text, as 8 hexadecimal digits. It notices damage, not malice: who
 * alters a link on purpose can write a fitting checksum, so a link is never trusted for having one.
 */
export function crc32(text: string): string {
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index += 1) {
    crc ^= text.charCodeAt(index);
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc >>> 1) ^ (crc & 1 ? POLYNOMIAL : 0);
    }
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}
