import { type Db, sql } from '#platform'

export interface FileRow {
  file: Buffer
  item: Buffer
  chunks: number
  folder: Buffer
  key: Buffer
}

export async function insertFiles(db: Db, report: Buffer, all: readonly FileRow[]): Promise<number> {
  return db.run(sql`
    insert into sealed.files (report, file, item, chunks, folder, key)
    select ${report}, f.file, f.item, f.chunks, f.folder, f.key
      from unnest(${all.map(({ file }) => file)}::bytea[], ${all.map(({ item }) => item)}::bytea[],
                  ${all.map(({ chunks }) => chunks)}::int[], ${all.map(({ folder }) => folder)}::bytea[],
                  ${all.map(({ key }) => key)}::bytea[]) as f (file, item, chunks, folder, key)
    on conflict do nothing`)
}

export const filesOf = (db: Db, report: Buffer): Promise<FileRow[]> =>
  db.rows<FileRow>(sql`select file, item, chunks, folder, key from sealed.files where report = ${report}`)

/** Whether any report keeps files in this folder, or an upload into it goes on. */
export async function isFolderUsed(db: Db, folder: Buffer): Promise<boolean> {
  const found = await db.row<{ used: boolean }>(sql`
    select exists (select from sealed.files where folder = ${folder})
        or exists (select from sealed.tickets where hash = ${folder}) as used`)
  return found?.used ?? false
}
