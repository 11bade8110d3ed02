export { openFiles } from './open-files.ts'
export type { FileRefusal, Files, Receiving, StoredFile } from './stored-file.ts'
