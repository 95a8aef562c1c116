import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension World {
    /// A cron job's minute has come, unless its schedule was changed in the meantime.
    mutating func fire(_ reference: JobReference) {
        guard let job = jobs[reference], job.nextRun == now else { return }
        let isBusy = job.jobRuns.last.map { $0.concludesAt > now } ?? false
        if !job.suspended {
            switch job.concurrency {
            // The schedule's minute is passed over while the last run goes on.
            case .forbid: if !isBusy { _ = startRun(of: reference, at: now) }
            case .allow: _ = startRun(of: reference, at: now)
            case .replace:
                if isBusy, let last = job.jobRuns.last { _ = abortRun(RunReference(job: reference, run: last.id)) }
                _ = startRun(of: reference, at: now)
            }
        }
        planRun(of: reference)
    }

    /// Plans the next minute of a job's schedule, if it has one.
    mutating func planRun(of reference: JobReference) {
        guard let schedule = jobs[reference]?.schedule, let next = schedule.next(after: now) else { return }
        jobs[reference]?.nextRun = next
        events.plan(.cron(reference), at: next)
    }

    mutating func startRun(of reference: JobReference, at date: Date) -> Run? {
        guard let job = jobs[reference] else { return nil }
        let fails = job.failsSince.map { $0 <= date } ?? random.chance(hiccups)
        let id = Run.ID(random.uuid())
        let name = "\(job.id)-\(random.hex(24))"
        let takes = job.typical * random.seconds(0.6...1.4) * (fails ? 0.5 : 1)
        // What takes longer than it may is ended, and has failed.
        let run = Run(
            id: id, name: name, startedAt: date, duration: min(takes, Double(job.deadline)),
            outcome: fails || takes > Double(job.deadline) ? .failed : .success)
        jobs[reference]?.append(run)
        return run
    }

    /// Ends a run that still goes on. Whether there was one to end.
    mutating func abortRun(_ reference: RunReference) -> Bool {
        guard let index = jobs[reference.job]?.jobRuns.lastIndex(where: { $0.id == reference.run }),
            jobs[reference.job]?.jobRuns[index].status(at: now) == .running
        else { return false }
        jobs[reference.job]?.jobRuns[index].abortedAt = now
        return true
    }
}

extension World.Job {
    mutating func append(_ run: World.Run) {
        jobRuns.append(run)
        if jobRuns.count > World.kept { jobRuns.removeFirst(World.kept / 4) }
    }
}
