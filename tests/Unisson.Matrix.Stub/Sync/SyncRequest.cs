using System.Globalization;
using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.Rest;
using Unisson.Matrix.Stub.World;

namespace Unisson.Matrix.Stub.Sync;

/// <summary>What a <c>/sync</c> asks for.</summary>
/// <param name="Since">0 for an initial sync.</param>
/// <param name="Most">Events of a timeline; more make it limited.</param>
internal sealed record SyncRequest(Device Device, long Since, bool FullState, bool StateAfter, TimeSpan Timeout, JsonNode? Filter, int Most)
{
    /// <summary>Synapse's <c>filter_timeline_limit</c>.</summary>
    private const int MostEver = 100;

    public EventFilter Timeline => new(Filter.At("room", "timeline"));

    public EventFilter State => new(Filter.At("room", "state"));

    public EventFilter Ephemeral => new(Filter.At("room", "ephemeral"));

    public EventFilter AccountData => new(Filter.At("account_data"));

    public bool IncludesLeft => Filter.FlagAt("room", "include_leave") == true;

    /// <summary>Only then Synapse gives a summary. Members are given whole all the same, which the specification allows.</summary>
    public bool LazyMembers => Filter.FlagAt("room", "state", "lazy_load_members") == true;

    public bool Initial => Since == 0;

    /// <exception cref="MatrixError">400: unknown <c>since</c> or filter.</exception>
    public static SyncRequest Read(RestCall call)
    {
        var filter = call.Query("filter") switch
        {
            null => null,
            ['{', ..] inline => EventFilter.Json(inline),
            var id => Stored(call, id),
        };
        var most = (int)Math.Clamp(filter.NumberAt("room", "timeline", "limit") ?? 10, 0, MostEver);
        var stateAfter = call.Query("use_state_after") == "true" && KnowsStateAfter(call.World.Options);
        return new(call.Device, call.Position("since") ?? 0, call.Query("full_state") == "true", stateAfter, TimeSpan.FromMilliseconds(call.Number("timeout", 0)), filter, most);
    }

    private static JsonObject Stored(RestCall call, string id)
        => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < call.Person.Filters.Count
            ? call.Person.Filters[number]
            : throw MatrixError.InvalidParam("No such filter");

    private static bool KnowsStateAfter(StubOptions options)
        => options.Versions.Any(v => Version.TryParse(v.TrimStart('v'), out var version) && version >= new Version(1, 16));
}
