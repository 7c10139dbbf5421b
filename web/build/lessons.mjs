export function writeLessons() {}
