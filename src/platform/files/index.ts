export { ACCEPTED_FILES } from './kinds.ts'
export { openFiles } from './open-files.ts'
export type { FileRefusal, Files, Receiving, StoredFile } from './stored-file.ts'
