internal import Northflank

extension Action {
    /// What the contract would refuse, known before anything is sent; nil where nothing is wrong.
    var problem: APIError.Problem? { dispatch.problem }
}
