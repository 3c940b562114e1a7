/** Of a project file; ten thousand coded lines take less than two. */
export const MAX_PROJECT_BYTES = 10 * 1024 * 1024;
export const TOO_LARGE =
  "This file is larger than 10 MB. Export the project without sound, film and pictures, or one roundtable at a time.";
