//! Ids of sessions and of rows in the log: UUIDs of version 7, made from time and chance given.

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use uuid::{Builder, Uuid};

use crate::clock::Moment;

/// An id made from a moment and a generator.
pub(crate) fn id(now: Moment, rng: &mut dyn Rng) -> Uuid {
    let mut chance = [0; 10];
    rng.fill_bytes(&mut chance);
    Builder::from_unix_timestamp_millis(millis(now), &chance).into_uuid()
}

/// The id of the `number`-th row that a session writes to the log. Its chance is the session's
/// own, so a session that was resumed goes on as if it had never stopped.
pub(crate) fn id_in(session: Uuid, number: u32, now: Moment) -> Uuid {
    let mut seed = [0; 32];
    seed[..16].copy_from_slice(session.as_bytes());
    seed[16..20].copy_from_slice(&number.to_le_bytes());
    id(now, &mut StdRng::from_seed(seed))
}

/// Milliseconds in UTC, kept within the 48 bits that an id has for them.
fn millis(now: Moment) -> u64 {
    u64::try_from(now.utc_ms).unwrap_or(0).min((1 << 48) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment::new(1_795_000_000_000, 60);

    #[test]
    fn ids_are_of_version_seven_and_carry_the_time() {
        let id = id(NOW, &mut StdRng::seed_from_u64(1));
        assert_eq!(id.get_version_num(), 7);
        assert_eq!(id.get_timestamp().unwrap().to_unix().0, 1_795_000_000);
    }

    #[test]
    fn rows_of_a_session_differ_even_within_one_millisecond() {
        let session = id(NOW, &mut StdRng::seed_from_u64(1));
        let mut ids: Vec<Uuid> = (0..1_000).map(|number| id_in(session, number, NOW)).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 1_000);
        assert_eq!(id_in(session, 7, NOW), id_in(session, 7, NOW));
    }

    #[test]
    fn later_rows_sort_after_earlier_ones() {
        let session = id(NOW, &mut StdRng::seed_from_u64(1));
        assert!(id_in(session, 9, NOW) < id_in(session, 0, NOW.plus_ms(1)));
    }

    #[test]
    fn a_clock_before_1970_or_beyond_all_calendars_is_no_panic() {
        for utc_ms in [i64::MIN, -1, i64::MAX] {
            assert_eq!(id_in(Uuid::nil(), 0, Moment::new(utc_ms, 0)).get_version_num(), 7);
        }
    }
}
