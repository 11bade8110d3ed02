import { type Db, sql } from '#platform'
import { moveClusters } from './clusters.ts'
import { moveCases } from './problem-cases.ts'

/** Everything that belongs to one problem belongs to another from now on. */
export async function moveEverything(tx: Db, from: string, to: string): Promise<void> {
  await moveCases(tx, from, to)
  await moveClusters(tx, from, to)
  await tx.run(sql`
    insert into problem_cases (problem_id, case_id, at)
    select k.problem_id, s.case_id, s.at
      from problem_clusters k join problem_sightings s on s.cluster_id = k.id
     where k.problem_id = ${to} on conflict do nothing`)
  const moved = await tx.run(sql`
    update problem_followers f set problem_id = ${to}::uuid
     where f.problem_id = ${from}
       and not exists (select from problem_followers o where o.problem_id = ${to} and o.contact = f.contact)`)
  await tx.run(sql`delete from problem_followers where problem_id = ${from}`)
  await tx.run(sql`update problems set followers = followers + ${moved}::int where id = ${to}`)
  await tx.run(sql`update problem_announcements set problem_id = ${to}::uuid where problem_id = ${from}`)
}
