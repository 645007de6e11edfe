//! What the filter of the matrix finds: each word speaks of the deployments or of the duties.

use demarc_catalogue::{Catalogue, DeploymentIx, DutyIx};

/// How well a word fits a text: not at all, among its details, at the beginning of a word of its
/// name, or as a whole word of its name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Fit {
    Not,
    Detail,
    Beginning,
    Word,
}

/// What a row or a column is found by, in lower case.
#[derive(Clone, Debug)]
struct Text {
    name: String,
    detail: String,
}

impl Text {
    fn new(name: &str, detail: &str) -> Self {
        Self { name: name.to_lowercase(), detail: detail.to_lowercase() }
    }

    fn fit(&self, word: &str) -> Fit {
        let mut parts = self.name.split(|c: char| !c.is_alphanumeric() && c != '+');
        let mut fit = if self.name.contains(word) || self.detail.contains(word) {
            Fit::Detail
        } else {
            Fit::Not
        };
        if parts.clone().any(|part| part.starts_with(word)) {
            fit = Fit::Beginning;
        }
        if parts.any(|part| part == word) {
            fit = Fit::Word;
        }
        fit
    }

    /// How well all of these words fit: as well as the one that fits worst.
    fn fit_all(&self, words: &[&str]) -> Fit {
        words.iter().map(|word| self.fit(word)).min().unwrap_or(Fit::Word)
    }
}

/// The texts of all rows and columns.
#[derive(Clone, Debug)]
pub struct Index {
    rows: Vec<Text>,
    columns: Vec<Text>,
}

/// What a filter leaves: for each row and each column whether it is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The rows; all of them, if the filter speaks of columns only.
    pub rows: Vec<bool>,
    /// The columns; all of them, if the filter speaks of rows only.
    pub columns: Vec<bool>,
}

impl Index {
    /// The texts of these rows and columns.
    pub fn new(catalogue: &Catalogue, rows: &[DeploymentIx], columns: &[DutyIx]) -> Self {
        let row = |deployment: &DeploymentIx| {
            let service = catalogue.service_of(*deployment);
            let category = &catalogue.categories()[service.category.index()].name;
            let name = format!("{} {}", service.name, service.short);
            let whole = catalogue.deployment_name(*deployment);
            let variant = catalogue.variant(*deployment);
            Text::new(&name, &format!("{whole} {variant} {category}"))
        };
        let column = |duty: &DutyIx| {
            let duty = catalogue.duty(*duty);
            Text::new(&duty.label, &format!("{} {}", duty.text, duty.layer.name()))
        };
        Self { rows: rows.iter().map(row).collect(), columns: columns.iter().map(column).collect() }
    }

    /// What fits all words; none if nothing does. All words are taken to speak of the rows or of
    /// the columns, whichever they fit better; where they fit neither, as in "lambda runtime",
    /// they are shared out between both.
    pub fn find(&self, filter: &str) -> Option<Found> {
        let lower = filter.to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        let best = |texts: &[Text], words: &[&str]| {
            texts.iter().map(|text| text.fit_all(words)).max().unwrap_or(Fit::Not)
        };
        let (row, column) = (best(&self.rows, &words), best(&self.columns, &words));
        if row.max(column) > Fit::Not {
            let (rows, columns) =
                if row >= column { (words.as_slice(), &[][..]) } else { (&[][..], &words[..]) };
            return Some(self.found(rows, columns));
        }
        // The first words are tried as a service and the rest as a duty, and the other way round.
        let splits = (1..words.len()).flat_map(|at| {
            let (first, last) = words.split_at(at);
            [(first, last), (last, first)]
        });
        splits
            .map(|(rows, columns)| {
                let fit = best(&self.rows, rows).min(best(&self.columns, columns));
                (fit, rows, columns)
            })
            .filter(|(fit, ..)| *fit > Fit::Not)
            .max_by_key(|(fit, ..)| *fit)
            .map(|(_, rows, columns)| self.found(rows, columns))
    }

    fn found(&self, rows: &[&str], columns: &[&str]) -> Found {
        let fits = |texts: &[Text], words: &[&str]| {
            let fit: Vec<Fit> = texts.iter().map(|text| text.fit_all(words)).collect();
            // Where names fit, what has the words among its details only is not meant.
            let least = fit.iter().copied().max().unwrap_or(Fit::Not).min(Fit::Beginning);
            fit.into_iter().map(|fit| fit > Fit::Not && fit >= least).collect()
        };
        Found { rows: fits(&self.rows, rows), columns: fits(&self.columns, columns) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names of the services and labels of the duties that a filter leaves; none for all of them.
    fn found(filter: &str) -> Option<(Vec<String>, Vec<String>)> {
        let catalogue = Catalogue::shipped().unwrap();
        let rows: Vec<_> =
            catalogue.deployment_ixs().filter(|row| !catalogue.is_entry(*row)).collect();
        let columns: Vec<_> = catalogue.duty_ixs().collect();
        let found = Index::new(&catalogue, &rows, &columns).find(filter)?;
        let services = |row: &DeploymentIx| catalogue.service_of(*row).id.clone();
        let mut services: Vec<_> = picked(&rows, &found.rows).iter().map(services).collect();
        services.dedup();
        let labels = |column: &DutyIx| catalogue.duty(*column).label.clone();
        let labels = picked(&columns, &found.columns).iter().map(labels).collect();
        Some((services, labels))
    }

    /// Those that were found; none if all were.
    fn picked<T: Copy>(all: &[T], found: &[bool]) -> Vec<T> {
        if found.iter().all(|found| *found) {
            return Vec::new();
        }
        all.iter().zip(found).filter(|(_, found)| **found).map(|(one, _)| *one).collect()
    }

    fn service(id: &str) -> Option<(Vec<String>, Vec<String>)> {
        Some((vec![id.to_owned()], Vec::new()))
    }

    fn duty(label: &str) -> Option<(Vec<String>, Vec<String>)> {
        Some((Vec::new(), vec![label.to_owned()]))
    }

    #[test]
    fn a_word_speaks_of_the_services_or_of_the_duties_whichever_it_fits_better() {
        assert_eq!(found("lambda"), service("lambda"));
        assert_eq!(found("hypervisor"), duty("Patch the hypervisor"));
        assert_eq!(found("  Restore  TEST "), duty("Test the restore"));
    }

    #[test]
    fn a_service_and_a_duty_can_be_looked_for_together_in_any_order() {
        let wanted = Some((vec!["lambda".to_owned()], vec!["Patch the hypervisor".to_owned()]));
        assert_eq!(found("lambda hypervisor"), wanted);
        assert_eq!(found("hypervisor lambda"), wanted);
    }

    #[test]
    fn an_empty_filter_finds_all_and_nonsense_nothing() {
        assert_eq!(found(" "), Some((Vec::new(), Vec::new())));
        assert_eq!(found("xyzzy"), None);
        assert_eq!(found("lambda xyzzy"), None);
    }
}
