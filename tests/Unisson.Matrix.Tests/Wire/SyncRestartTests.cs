using System.Net;
using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>A homeserver that forgot something: the position, the filter.</summary>
public sealed class SyncRestartTests
{
    [Fact]
    public async Task An_unknown_position_begins_anew_and_what_was_said_before_is_no_news()
    {
        await using var village = await Village.StartAsync();
        village.Claire.Say(village.Room, "old");

        village.Listen("s-from-before-the-restore");
        await village.Matrix.SyncingAsync();
        village.Claire.Say(village.Room, "new");
        await village.HeardAsync(1);

        Assert.Equal(["new"], village.Heard);
        Assert.Contains("old", Assert.Single(village.Batches, b => b.Since is null).Bodies);
    }

    [Fact]
    public async Task A_refusal_that_the_handler_met_is_no_lost_position()
    {
        await using var village = await Village.StartAsync();
        var since = await village.NowAsync();
        var failed = false;
        village.Handle = (_, _) => failed ? Task.CompletedTask : Fail();
        village.Claire.Say(village.Room, "one");

        village.Listen(since);
        await village.Matrix.UntilAsync(() => !village.Batches.IsEmpty, "a batch");

        Assert.Equal(["one"], village.Heard);

        Task Fail()
        {
            failed = true;
            return Task.FromException(new MatrixException(HttpStatusCode.BadRequest, MatrixErrors.Unknown, "of a message", "PUT /v3/rooms/{room}/send/{type}/{txn}"));
        }
    }

    [Fact]
    public async Task A_filter_that_was_forgotten_is_stored_again()
    {
        await using var village = await Village.StartAsync();
        var since = await village.NowAsync();
        village.Claire.Say(village.Room, "one");
        village.Matrix.Faults.Refuse(400, "M_INVALID_PARAM", route: StubRoutes.Sync);

        village.Listen(since);
        await village.HeardAsync(1);

        Assert.Equal(2, village.Requests(StubRoutes.Filter).Count());
        Assert.Equal(["one"], village.Heard);
    }

    [Fact]
    public async Task A_homeserver_that_restarts_is_found_again()
    {
        await using var village = await Village.StartAsync();
        village.Listen(await village.NowAsync());
        await village.Matrix.SyncingAsync();

        await village.Matrix.RefuseConnectionsAsync();
        village.Claire.Say(village.Room, "one");
        await village.Matrix.AcceptConnectionsAsync();
        await village.HeardAsync(1);

        Assert.Equal(["one"], village.Heard);
    }
}
