export function writeOneFile() {}
