/** The hand-written SQL of the floors: one statement a job, against the desk's own tables, without rules or checks. */

export const boardSql = `
  select room_no, kind, start_at, end_at, occupied_until, booking_code, stay_id, party, name
  from claim
  where venue_id = 1 and active = 1 and start_at > @from - 259200000 and start_at < @to and occupied_until > @from
  order by room_no, start_at`

export const availabilitySql = `
  select room_no from room
  where venue_id = 1 and type_code = @type and not exists (
    select 1 from claim
    where claim.venue_id = 1 and claim.room_no = room.room_no and active = 1
      and occupied_until > @start and start_at < @end
  )
  order by position limit 1`

export const searchSql = `
  select customer.id, customer.name, customer_phone.phone
  from (
    select distinct entity_id from search_token
    where venue_id = 1 and entity = 'customer' and token >= @word and token < @word || char(1114111)
    limit 50
  ) found
  cross join customer on customer.venue_id = 1 and customer.id = found.entity_id
  cross join customer_phone on customer_phone.venue_id = 1 and customer_phone.customer_id = customer.id`

export const createSql = `
  insert into floor_booking (room_no, start_at, end_at, party, name, phone) values (@room, @start, @end, @party, @name, @phone)`

/** A table like the one a quick program would keep its bookings in. */
export const floorTableSql = `
  create table if not exists floor_booking (
    id integer primary key, room_no text not null, start_at integer not null, end_at integer not null,
    party integer not null, name text not null, phone text not null
  ) strict;
  create index if not exists floor_booking_by_room on floor_booking (room_no, start_at)`

export const overlapSql = `
  select 1 from claim
  where venue_id = 1 and room_no = @room and active = 1 and occupied_until > @start and start_at < @end
  union all
  select 1 from floor_booking where room_no = @room and end_at > @start and start_at < @end limit 1`

/**
 * The same sums as the reports', a quick program's way: straight from the rows, each stretch of days by a statement of its
 * own. They count what the tables count (entries and guests; minutes, rooms and openings of rooms) without filters,
 * blocks, peaks or checks, and a use that lasts for more than a day is missed.
 */
export const reportSql = {
  entriesDay: `
    select (opened_at - @start) / 3600000 as hour, type_code, count(*) as entries, sum(party) as guests
    from stay where venue_id = 1 and business_date = @from group by 1, 2`,
  entriesDates: `
    select business_date, type_code, count(*) as entries, sum(party) as guests
    from stay where venue_id = 1 and business_date between @from and @to group by 1, 2`,
  usageDay: `
    with recursive hour (h) as (select 0 union all select h + 1 from hour where h < 23)
    select h, type_code, count(distinct room_no) as rooms, sum(reason is null and start_at >= @start + h * 3600000) as opened,
      sum(min(end_at, @start + (h + 1) * 3600000) - max(start_at, @start + h * 3600000)) / 60000 as minutes
    from hour cross join segment
    where venue_id = 1 and start_at > @start - 86400000 and start_at < @start + (h + 1) * 3600000
      and end_at > @start + h * 3600000
    group by 1, 2`,
  usageDates: `
    with recursive day (d) as (select 0 union all select d + 1 from day where d < @days - 1)
    select d, type_code, count(distinct room_no) as rooms, sum(reason is null and start_at >= @start + d * 86400000) as opened,
      sum(min(end_at, @start + (d + 1) * 86400000) - max(start_at, @start + d * 86400000)) / 60000 as minutes
    from day cross join segment
    where venue_id = 1 and start_at > @start + (d - 1) * 86400000 and start_at < @start + (d + 1) * 86400000
      and end_at > @start + d * 86400000
    group by 1, 2`,
} as const
