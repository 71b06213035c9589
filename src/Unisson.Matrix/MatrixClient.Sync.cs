using System.Globalization;
using Unisson.Matrix.Json;
using Unisson.Matrix.Rest;

namespace Unisson.Matrix;

/// <summary>What happened.</summary>
public sealed partial class MatrixClient
{
    private static readonly Route FilterRoute = new(HttpMethod.Post, "/v3/user/{user}/filter");

    internal static Route SyncRoute { get; } = new(HttpMethod.Get, "/v3/sync");

    /// <summary>How long a sync may be late before it is given up: its homeserver is gone, or the line half open.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(15), First = TimeSpan.FromMinutes(5);

    /// <summary>Stores a filter with the homeserver.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> CreateFilterAsync(SyncFilter filter, CancellationToken ct)
    {
        var call = new MatrixCall(FilterRoute, $"{Client}/user/{Escape(Session!.UserId)}/filter") { Repeatable = true }.With(filter, MatrixJson.Writing.SyncFilter);
        return (await AskAsync(call, MatrixJson.Default.FilterMade, ct)).FilterId;
    }

    /// <summary>Waits until something happens, or until the time is over. It is tried once: <see cref="MatrixSync"/> has the rhythm.</summary>
    /// <param name="since">The token of the batch before; null begins with what each room is now.</param>
    /// <param name="stateAfter">Asks for state up to the end of each timeline (Matrix 1.16); older servers give what they always gave.</param>
    /// <param name="wait">How long the homeserver may wait for something to happen.</param>
    public async Task<SyncBatch> SyncAsync(string? since, string filter, bool stateAfter, TimeSpan wait, CancellationToken ct)
    {
        var milliseconds = ((long)wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        var path = $"{Client}/sync?filter={Escape(filter)}&timeout={milliseconds}{(stateAfter ? "&use_state_after=true" : "")}{Query("since", since)}";
        var call = new MatrixCall(SyncRoute, path) { Once = true, Within = since is null ? First : wait + Late };
        return new SyncBatch(await _sender.SendAsync(call, ct), SyncRoute, since);
    }
}
