//! Lines of input, whatever is in them: of any length, with or without an end, of any bytes.

use std::io::{self, BufRead, ErrorKind};

/// Bytes of a line that are looked at; the rest is read past.
const LOOKED_AT: usize = 256;

/// Reads line by line.
pub(in crate::cli) struct Lines<R>(R);

impl<R: BufRead> Lines<R> {
    /// Reads from here.
    pub fn new(input: R) -> Lines<R> {
        Lines(input)
    }

    /// The next line's beginning, what is no Unicode replaced; none at the end of input.
    pub fn next(&mut self) -> io::Result<Option<String>> {
        let mut line = Vec::new();
        let mut begun = false;
        loop {
            let buffer = match self.0.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if buffer.is_empty() {
                return Ok(begun.then(|| text(&line)));
            }
            begun = true;
            let end = buffer.iter().position(|&byte| byte == b'\n');
            let part = &buffer[..end.unwrap_or(buffer.len())];
            let room = LOOKED_AT.saturating_sub(line.len()).min(part.len());
            line.extend_from_slice(&part[..room]);
            let used = end.map_or(buffer.len(), |end| end + 1);
            self.0.consume(used);
            if end.is_some() {
                return Ok(Some(text(&line)));
            }
        }
    }
}

fn text(line: &[u8]) -> String {
    String::from_utf8_lossy(line).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(input: &[u8]) -> Vec<String> {
        let mut lines = Lines::new(io::BufReader::with_capacity(7, input));
        std::iter::from_fn(|| lines.next().unwrap()).collect()
    }

    #[test]
    fn lines_end_at_the_newline_or_at_the_end() {
        assert_eq!(lines(b"k\n\nj"), ["k", "", "j"]);
        assert_eq!(lines(b""), [""; 0]);
        assert_eq!(lines(b"k\r\n"), ["k\r"]);
    }

    #[test]
    fn a_line_without_end_takes_no_room_and_the_next_one_is_whole() {
        let mut input = vec![b'x'; 1_000_000];
        input.extend_from_slice(b"\nk\n");
        let lines = lines(&input);
        assert_eq!((lines[0].len(), lines[1].as_str()), (LOOKED_AT, "k"));
    }

    #[test]
    fn bytes_that_are_no_text_do_no_harm() {
        assert_eq!(lines(b"\xff\xfe\n\0\n"), ["\u{fffd}\u{fffd}", "\0"]);
    }
}
