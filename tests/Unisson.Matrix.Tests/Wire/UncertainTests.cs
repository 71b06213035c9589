using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>What would be done twice by a repetition is not repeated where nobody knows whether it was done.</summary>
public sealed class UncertainTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_room_whose_making_is_uncertain_is_not_made_twice()
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.LoseAnswer(route: StubRoutes.CreateRoom);

        var uncertain = await Assert.ThrowsAsync<MatrixException>(() => CreateAsync(village));

        Assert.Equal(0, (int)uncertain.Status);
        Assert.Single(village.Matrix.Rooms, r => r != village.Room);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    public async Task Nor_is_one_that_a_proxy_knows_nothing_of(int status)
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.Answer(status, times: 5, StubRoutes.CreateRoom);

        await Assert.ThrowsAsync<MatrixException>(() => CreateAsync(village));

        Assert.Single(village.Requests(StubRoutes.CreateRoom));
    }

    [Fact]
    public async Task A_limit_made_nothing_so_that_the_room_is_asked_for_again()
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.RateLimit(TimeSpan.FromSeconds(1), route: StubRoutes.CreateRoom);

        var id = await CreateAsync(village);

        Assert.Equal(id, Assert.Single(village.Matrix.Rooms, r => r != village.Room).Id);
    }

    [Fact]
    public async Task A_homeserver_that_could_not_be_reached_made_nothing_either()
    {
        await using var village = await Village.StartAsync();
        await village.Matrix.RefuseConnectionsAsync();

        var failure = await Assert.ThrowsAsync<MatrixException>(() => CreateAsync(village));
        await village.Matrix.AcceptConnectionsAsync();
        await CreateAsync(village);

        Assert.Equal(0, (int)failure.Status);
        Assert.Equal(4, village.Clock.Pauses.Count);
        Assert.Single(village.Matrix.Rooms, r => r != village.Room);
    }

    [Fact]
    public async Task An_invite_is_not_repeated_and_a_leave_is()
    {
        await using var village = await Village.StartAsync();
        var dora = village.Matrix.AddPerson("dora");
        village.Claire.SetPower(village.Room, village.Matrix.Bot, 50);
        village.Matrix.Faults.LoseAnswer(route: StubRoutes.Invite);
        village.Matrix.Faults.LoseAnswer(route: StubRoutes.Leave);

        await Assert.ThrowsAsync<MatrixException>(() => village.Client.InviteAsync(village.Room.Id, dora.Id, Stop));
        await village.Client.LeaveAsync(village.Room.Id, Stop);

        Assert.Equal((1, 2), (village.Requests(StubRoutes.Invite).Count(), village.Requests(StubRoutes.Leave).Count()));
        Assert.Equal(("invite", "leave"), (village.Room.Membership(dora.Id), village.Room.Membership(village.Matrix.Bot.Id)));
    }

    [Fact]
    public async Task Typing_is_tried_once_because_it_is_soon_untrue()
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.Answer(502, route: StubRoutes.Typing);

        await Assert.ThrowsAsync<MatrixException>(() => village.Client.SetTypingAsync(village.Room.Id, TimeSpan.FromSeconds(5), Stop));

        Assert.Single(village.Requests(StubRoutes.Typing));
    }

    private static Task<string> CreateAsync(Village village) => village.Client.CreateRoomAsync(new() { Preset = RoomCreate.PrivateChat, Name = "Circle" }, Stop);
}
