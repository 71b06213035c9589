namespace Unisson.Matrix.Stub.World;

/// <summary>Power levels, with the defaults that hold where an event leaves them out (client-server API, <c>m.room.power_levels</c>).</summary>
internal static class Power
{
    public static long Of(StubRoom room, string userId)
    {
        var create = room.Current[("m.room.create", "")];
        if (room.Version >= 12 && (create.Sender == userId || create.Content.TextsAt("additional_creators").Contains(userId)))
        {
            return long.MaxValue;
        }

        return room.State("m.room.power_levels") is { } levels
            ? levels.NumberAt("users", userId) ?? levels.NumberAt("users_default") ?? 0
            : create.Sender == userId ? 100 : 0;
    }

    /// <param name="action"><c>invite</c>, <c>kick</c>, <c>ban</c> or <c>redact</c>.</param>
    public static long For(StubRoom room, string action)
        => room.State("m.room.power_levels").NumberAt(action) ?? (action == "invite" ? 0 : 50);

    public static long ToSend(StubRoom room, string type, bool state)
    {
        var levels = room.State("m.room.power_levels");
        return levels.NumberAt("events", type)
            ?? (state ? levels.NumberAt("state_default") ?? (levels is null ? 0 : 50) : levels.NumberAt("events_default") ?? 0);
    }
}
