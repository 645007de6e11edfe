//! Loads and checks in one go, so that authors see every problem at once.

use std::path::Path;

use crate::catalogue::{Catalogue, add_unread};
use crate::check::check;
use crate::counts::{Counts, counts};
use crate::date::Date;
use crate::folder::Folder;
use crate::place::SourceFile;
use crate::problem::{Problem, Problems, Severity, sort};

/// What came of judging content.
#[derive(Debug)]
pub struct Judged {
    /// Everything that is wrong with it, whether it keeps the content from loading or not.
    pub problems: Problems,
    /// How much there is; only as much as could be read, if something kept it from loading.
    pub counts: Counts,
}

impl Judged {
    /// Whether nothing is wrong but for what is only worth a look.
    pub fn is_good(&self) -> bool {
        !self.problems.list.iter().any(|problem| problem.severity == Severity::Error)
    }
}

/// Loads a folder of content and checks it on a day, or on that of its release.
pub fn judge_dir(dir: &Path, today: Option<Date>) -> Judged {
    let folder = Folder::read(dir);
    judge(folder.files, folder.problems, today)
}

/// Loads files of content and checks them on a day, or on that of their release.
pub fn judge_files(files: Vec<SourceFile>, today: Option<Date>) -> Judged {
    judge(files, Vec::new(), today)
}

fn judge(files: Vec<SourceFile>, unread: Vec<Problem>, today: Option<Date>) -> Judged {
    let (catalogue, mut list) = Catalogue::with_problems(files);
    let today = today.unwrap_or_else(|| catalogue.released());
    list.extend(check(&catalogue, today));
    add_unread(&mut list, unread);
    sort(&mut list);
    list.dedup();
    let counts = counts(&catalogue, today);
    Judged { problems: Problems { list, files: catalogue.files }, counts }
}
