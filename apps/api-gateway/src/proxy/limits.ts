/** Bodies above this are refused at the door: 256 kB fits any text people write. */
export const maxBodyBytes = 256 * 1024;
