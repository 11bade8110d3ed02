import assert from 'node:assert/strict'
import { reconcile } from '#insight'
import { sql } from '#platform'
import type { Country } from './country.ts'

/**
 * A year of cases that other systems had, spread over entities, governorates, channels and months by arithmetic and
 * not by chance, and counted; another import begins with a later number. The country gets Jordan's governorates and
 * becomes Jordan, so that it has a map.
 */
export async function aBusyYear({ owner, tools }: Country, cases: number, first = 1): Promise<void> {
  await owner.run(sql`
    insert into places (id, parent_id, level, name_ar, name_en)
    select * from (values ('JOAMM', null, 'governorate', 'محافظة عمّان', 'Amman'),
                          ('JOIRB', null, 'governorate', 'محافظة إربد', 'Irbid'),
                          ('JOMAA', null, 'governorate', 'محافظة معان', 'Ma''an'),
                          ('JOAQA', null, 'governorate', 'محافظة العقبة', 'Aqaba'),
                          ('JOMAF', null, 'governorate', 'محافظة المفرق', 'Mafraq'),
                          ('JOZAR', null, 'governorate', 'محافظة الزرقاء', 'Zarqa')) v
    on conflict do nothing`)
  await owner.run(sql`update installation set country = 'jordan', configuration = configuration + 1`)
  await owner.run(sql`
    with numbered as (
      select i, ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid as id,
             timestamptz '2026-09-30 08:00Z' - make_interval(hours => (i * 7919) % 8760) as received,
             (array['works', 'works', 'electricity', 'electricity', 'electricity', 'housing'])[1 + i % 6] as entity,
             (array['potholes', 'power-cuts', 'housing-requests'])[1 + (i / 6) % 3] as category,
             (array['JOAMM', 'JOAMM', 'JOIRB', 'JOZAR', 'JOMAA', 'JOAQA', 'JOMAF'])[1 + i % 7] as place,
             (array['web', 'phone', 'counter', 'chat'])[1 + i % 4] as channel,
             (array['complaint', 'complaint', 'inquiry', 'praise'])[1 + (i / 4) % 4] as type,
             case when i % 9 = 0 then null else make_interval(hours => 5 + (i * 31) % 300) end as took
        from generate_series(${first}::int, ${cases}::int) i
    ), made as (
      insert into cases (id, reference, type, stage, subject, category_id, entity_id, place_id, channel, language,
                         received_at, answer_by, routed_at, first_action_at, replied_at, entity_due, answered_at,
                         closed_at, outcome, solved, respect, clock, clock_due, seq, source, source_id)
      select id, lpad(i::text, 11, '0'), type, case when took is null then 'with-entity' else 'closed' end, 'x',
             category, entity, place, channel, 'ar', received, received + interval '8 days', received,
             received + make_interval(hours => i % 60), received + took, received + interval '7 days', received + took,
             received + took, case when took is null then null when i % 23 = 0 then 'refused' else 'solved' end,
             case when i % 3 = 0 and took is not null then 1 + i % 5 end,
             case when i % 3 = 0 and took is not null then 1 + (i + 2) % 5 end,
             case when took is null then 'reply' end, case when took is null then received + interval '7 days' end,
             1, 'old', i::text
        from numbered returning id, received_at
    )
    insert into case_events (case_id, seq, step, at, role, facts)
    select id, 1, 'submit', received_at, 'resident', '{"source": "old"}' from made`)
  assert.equal((await reconcile(tools)).differing, 0)
}
