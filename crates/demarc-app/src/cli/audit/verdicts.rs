//! Sets answers beside rulings: a row for each, and how many agree.

use std::io::Write;

use demarc_catalogue::Catalogue;

use super::answers::Answer;
use crate::cli::failure::Failure;
use crate::cli::out::Out;

/// Prints a row for each answer, then the figures as comments, so that the whole is a log.
pub(super) fn print(
    catalogue: &Catalogue,
    answers: &[Answer],
    out: &mut Out,
) -> Result<(), Failure> {
    let today = catalogue.released();
    let agrees = |answer: &Answer| catalogue.ruling(answer.cell).side == answer.side;
    let depends = |answer: &Answer| catalogue.depends_on_setting(answer.cell, today);
    let category = |answer: &Answer| catalogue.service_of(answer.cell.deployment).category.index();
    writeln!(
        out,
        "deployment\tduty\tanswer\tcertainty\tpage\tnote\truling\tagrees\tsetting\tcategory"
    )?;
    for answer in answers {
        let yes_or_no = |yes| if yes { "yes" } else { "no" };
        writeln!(
            out,
            "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
            catalogue.deployment(answer.cell.deployment).id,
            catalogue.duty(answer.cell.duty).id,
            answer.side,
            answer.certainty,
            answer.page,
            answer.note,
            catalogue.ruling(answer.cell).side,
            yes_or_no(agrees(answer)),
            yes_or_no(depends(answer)),
            catalogue.categories()[category(answer)].id,
        )?;
    }
    let mut figure = |name: &str, of: &dyn Fn(&Answer) -> bool| {
        let asked = answers.iter().filter(|answer| of(answer));
        let (agreed, all) = asked
            .fold((0, 0), |(agreed, all), answer| (agreed + usize::from(agrees(answer)), all + 1));
        if all == 0 { Ok(()) } else { writeln!(out, "# {agreed} of {all} agree: {name}") }
    };
    figure("all", &|_| true)?;
    figure("dependent on a setting", &depends)?;
    figure("not dependent on a setting", &|answer| !depends(answer))?;
    for (at, it) in catalogue.categories().iter().enumerate() {
        figure(&it.name, &|answer| category(answer) == at)?;
    }
    writeln!(out, "# rulings {}", catalogue.content_version())?;
    Ok(())
}
