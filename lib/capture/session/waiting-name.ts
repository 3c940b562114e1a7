/** The format name in a file of contributions that waited on a device, by which the import recognises it. */
export const WAITING_FORMAT = "npq-review waiting contributions 2";
