//! Who runs the cloud, and which edition of the content this is.

use crate::date::Date;
use crate::ix::ServiceIx;
use crate::place::Spots;

/// Who runs the cloud.
#[derive(Clone, Debug)]
pub struct Provider {
    /// `aws`
    pub id: String,
    /// The name in sentences.
    pub name: String,
    /// The service that asks the provider-wide duties.
    pub entry: Option<ServiceIx>,
    /// The guides that speak of every service.
    pub guides: Vec<String>,
    pub(crate) spots: Spots,
}

/// Which edition of the content this is.
#[derive(Clone, Debug)]
pub struct Content {
    /// `2026.11`
    pub version: String,
    /// The day it was released.
    pub released: Date,
    pub(crate) spots: Spots,
}
