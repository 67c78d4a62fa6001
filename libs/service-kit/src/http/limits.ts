/** Bodies above this are refused: 256 kB fits any text people write. */
export const maxBodyBytes = 256 * 1024;
