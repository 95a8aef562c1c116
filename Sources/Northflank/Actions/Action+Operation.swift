extension Action {
    /// The contract's operation that it sends, which says what permission it takes.
    public var operation: APIOperation {
        switch self {
        case .startBuild: .startServiceBuild
        case .runJob: .runJob
        case .backUp: .backupAddon
        case .restore: .restoreAddonBackup
        case .create(let creation): creation.operation
        case .abort(.build): .abortServiceBuild
        case .abort(.run): .abortJobRun
        case .abort(.backup): .abortBackup
        case .abort(.restore): .abortBackupRestore
        case .deploy: .updateServiceDeployment
        case .restart(.service): .restartService
        case .restart(.addon): .restartAddon
        case .pause(.service): .pauseService
        case .pause(.addon): .pauseAddon
        case .resume(.service): .resumeService
        case .resume(.addon): .resumeAddon
        case .scale(.service): .scaleService
        case .scale(.addon): .scaleAddonResources
        case .suspend: .suspendJob
        case .unsuspend: .resumeJob
        }
    }
}
