//! Standard output that remembers what happened to it, so that a closed pipe is no failure.

use std::io::{self, BufWriter, ErrorKind, Stdout, Write};

use super::failure::Failure;

/// Buffered standard output. Once writing has failed, nothing more is tried.
pub(super) struct Out<W: Write = Stdout> {
    to: BufWriter<W>,
    error: Option<(ErrorKind, String)>,
}

impl Out {
    /// The process's standard output.
    pub fn stdout() -> Out {
        Out::new(io::stdout())
    }
}

impl<W: Write> Out<W> {
    fn new(to: W) -> Out<W> {
        Out { to: BufWriter::new(to), error: None }
    }

    /// What became of the output: none if all went well, `Ok` if the reader has gone away, which is
    /// the reader's affair.
    pub fn verdict(&self) -> Option<Result<(), Failure>> {
        let (kind, words) = self.error.as_ref()?;
        Some(match kind {
            ErrorKind::BrokenPipe => Ok(()),
            _ => Err(Failure::failed(format!("Standard output could not be written ({words})."))),
        })
    }

    fn watch<T>(&mut self, done: io::Result<T>) -> io::Result<T> {
        if let Err(error) = &done
            && error.kind() != ErrorKind::Interrupted
        {
            self.error = Some((error.kind(), error.to_string()));
        }
        done
    }

    fn open(&self) -> io::Result<()> {
        self.error.as_ref().map_or(Ok(()), |(kind, _)| Err((*kind).into()))
    }
}

impl<W: Write> Write for Out<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.open()?;
        let done = self.to.write(bytes);
        self.watch(done)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.open()?;
        let done = self.to.flush();
        self.watch(done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Gone(ErrorKind);

    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(self.0.into())
        }
    }

    #[test]
    fn a_reader_that_went_away_is_no_failure_and_a_full_disk_is() {
        let mut out = Out::new(Gone(ErrorKind::BrokenPipe));
        assert!(out.write_all(b"line").and_then(|()| out.flush()).is_err());
        assert!(matches!(out.verdict(), Some(Ok(()))));
        let mut out = Out::new(Gone(ErrorKind::StorageFull));
        assert!(out.write_all(b"line").and_then(|()| out.flush()).is_err());
        assert!(matches!(out.verdict(), Some(Err(_))));
    }

    #[test]
    fn what_arrives_is_what_was_written() {
        let mut out = Out::new(Vec::new());
        out.write_all(b"line").and_then(|()| out.flush()).unwrap();
        assert!(out.verdict().is_none());
        assert_eq!(out.to.get_ref(), b"line");
    }
}
