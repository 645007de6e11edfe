//! A value that others may go on reading as it was while it is changed.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// Shared with whoever still reads it: to change it while somebody does copies it first, and
/// nothing is copied while nobody does.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shared<T>(Arc<T>);

impl<T> From<T> for Shared<T> {
    fn from(value: T) -> Shared<T> {
        Shared(Arc::new(value))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Clone> DerefMut for Shared<T> {
    fn deref_mut(&mut self) -> &mut T {
        Arc::make_mut(&mut self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_keeps_what_it_saw_and_without_one_nothing_is_copied() {
        let mut log = Shared::from(vec![1, 2]);
        let place = log.as_ptr();
        log[0] = 3;
        assert_eq!(log.as_ptr(), place, "nobody reads it");
        let read = log.clone();
        log.push(4);
        assert_eq!((&read[..], &log[..]), (&[3, 2][..], &[3, 2, 4][..]));
    }
}
