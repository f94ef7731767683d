//! An allocator that counts for divan where it is asked to, and else takes no time for it.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, Ordering};

use divan::AllocProfiler;

static COUNTER: AllocProfiler = AllocProfiler::system();
static COUNTS: AtomicBool = AtomicBool::new(false);

pub struct Switched;

impl Switched {
    /// Counts from now on.
    pub fn count(&self) {
        COUNTS.store(true, Ordering::Relaxed);
    }

    fn inner(&self) -> &'static dyn GlobalAlloc {
        if COUNTS.load(Ordering::Relaxed) {
            &COUNTER
        } else {
            &System
        }
    }
}

// SAFETY: both allocators take memory from `System`, so that each may free what the other gave.
unsafe impl GlobalAlloc for Switched {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller keeps the contract.
        unsafe { self.inner().alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the contract.
        unsafe { self.inner().dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller keeps the contract.
        unsafe { self.inner().realloc(pointer, layout, size) }
    }
}
