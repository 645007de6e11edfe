//! The last net: a mistake of the program's own becomes one line and exit code 1.

use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::process::ExitCode;

use super::failure::tell;

/// Runs the whole program; what panics in it is told in one line.
pub(super) fn guard(work: impl FnOnce() -> ExitCode) -> ExitCode {
    panic::set_hook(Box::new(|info| tell(&words(info))));
    // Nothing of what panicked is looked at again: the process ends.
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or(ExitCode::FAILURE)
}

fn words(info: &PanicHookInfo<'_>) -> String {
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    let said = info.payload_as_str().unwrap_or("no reason given").replace('\n', " ");
    format!(
        "error: Demarc made a mistake of its own, please report it ({place}: {said}). Answers that \
         were shown as saved are saved."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_ends_in_failure_and_not_in_a_trace() {
        let end = guard(|| panic!("two\nlines"));
        let _ = panic::take_hook();
        assert_eq!(format!("{end:?}"), format!("{:?}", ExitCode::FAILURE));
    }
}
