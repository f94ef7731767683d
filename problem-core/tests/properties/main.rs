//! What holds for every value, tried with random ones: hostile texts, numbers of every size, nested values.

mod declared;
mod documents;
mod leaks;
mod strategies;
