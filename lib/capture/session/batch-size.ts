/** How many operations a browser sends together. The schema that reads them is not needed to know it. */
export const MAX_OPERATIONS = 50;
