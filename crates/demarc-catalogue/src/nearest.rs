//! The nearest good name to a misspelt one.

/// A sentence that names the nearest good name, or all of them if they are few; none for nothing.
pub fn advice<'n>(name: &str, good: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let mut good: Vec<&str> = good.into_iter().collect();
    good.sort_unstable();
    good.dedup();
    if let Some(near) = nearest(name, good.iter().copied()) {
        return Some(format!("did you mean `{near}`?"));
    }
    match good.len() {
        0 => None,
        1..=12 => Some(format!("there is {}", listed(good))),
        many => Some(format!("none of the {many} there are is like it")),
    }
}

/// The good name that differs least, if it is near enough to be meant.
pub(crate) fn nearest<'n>(name: &str, good: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let (distance, near) = good
        .into_iter()
        .map(|candidate| (distance(name, candidate), candidate))
        .min_by_key(|&(distance, candidate)| (distance, candidate))?;
    (distance <= near.chars().count().max(name.chars().count()).div_ceil(3)).then_some(near)
}

/// Names as a list in a sentence: `a`, `b` and `c`.
pub(crate) fn listed<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let quoted: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

/// Optimal string alignment: inserted, lost, changed and swapped letters.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = [vec![0; b.len() + 1], vec![0; b.len() + 1], (0..=b.len()).collect::<Vec<_>>()];
    for (i, &left) in a.iter().enumerate() {
        rows.rotate_left(1);
        rows[2][0] = i + 1;
        for (j, &right) in b.iter().enumerate() {
            let changed = rows[1][j] + usize::from(left != right);
            let mut least = changed.min(rows[1][j + 1] + 1).min(rows[2][j] + 1);
            if i > 0 && j > 0 && left == b[j - 1] && a[i - 1] == right {
                least = least.min(rows[0][j - 1] + 1);
            }
            rows[2][j + 1] = least;
        }
    }
    rows[2][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_recognised() {
        let good = ["runtime.apply", "runtime.build", "os.apply"];
        assert_eq!(nearest("runtime.aplpy", good), Some("runtime.apply"));
        assert_eq!(nearest("runtime.aply", good), Some("runtime.apply"));
        assert_eq!(nearest("os.aply", good), Some("os.apply"));
    }

    #[test]
    fn a_name_that_is_like_none_of_them_is_not_guessed() {
        assert_eq!(nearest("zebra", ["runtime.apply", "os.apply"]), None);
        assert_eq!(advice("zebra", ["os.apply"]).unwrap(), "there is `os.apply`");
        assert_eq!(advice("zebra", []), None);
    }

    #[test]
    fn the_distance_is_counted_in_letters() {
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("ab", "ba"), 1);
        assert_eq!(distance("same", "same"), 0);
    }
}
