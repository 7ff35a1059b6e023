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
