using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub;

/// <summary>Discord's interaction types.</summary>
public enum InteractionKind
{
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}

/// <summary>Something a person did that the bot has to answer: within 3 s at first, then for 15 minutes.</summary>
public sealed class StubInteraction
{
    /// <summary>Without an answer by then the token is void.</summary>
    internal static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);

    private readonly WorldState _world;
    private readonly long _started;

    internal StubInteraction(WorldState world, InteractionKind kind, StubUser user, StubChannel channel)
    {
        (_world, Kind, User, Channel) = (world, kind, user, channel);
        Id = world.Ids.Next();
        Token = $"aW50ZXJhY3Rpb246{Id}";
        CreatedAt = world.Now;
        _started = world.Time.GetTimestamp();
    }

    public string Id { get; }

    /// <summary>Good for the answer and for what follows it, 15 minutes long.</summary>
    public string Token { get; }

    public InteractionKind Kind { get; }

    public StubUser User { get; }

    public StubChannel Channel { get; }

    public DateTimeOffset CreatedAt { get; }

    /// <summary>As it went to the bot.</summary>
    public JsonObject Payload { get; internal set; } = [];

    internal Signal Changed { get; } = new();

    /// <summary>The message whose button was pressed, if any.</summary>
    internal StubMessage? Source { get; init; }

    internal CallbackType? Answer { get; private set; }

    internal TimeSpan AnsweredAfter { get; private set; }

    internal bool DeferredEphemeral { get; set; }

    internal bool Filled { get; set; }

    internal StubMessage? Original { get; set; }

    internal StubModal? Modal { get; set; }

    internal IReadOnlyList<StubChoice> Choices { get; set; } = [];

    internal List<StubMessage> FollowUps { get; } = [];

    internal bool Deferred => Answer is CallbackType.DeferredMessage or CallbackType.DeferredUpdate;

    /// <summary>The same event once more, as Discord may deliver it after a resume.</summary>
    /// <exception cref="InvalidOperationException">The bot has no session that could get it: wait for <see cref="StubDiscord.ConnectedAsync"/> first.</exception>
    public void DeliverAgain()
    {
        if (_world.Tell!(Channel.Guild?.Id, "INTERACTION_CREATE", (JsonObject)Payload.DeepClone()) == 0)
        {
            throw new InvalidOperationException("The bot is not connected.");
        }
    }

    /// <summary>What the person sees in the end: the answer, or after a defer its edit or first follow-up.</summary>
    /// <exception cref="TimeoutException">The bot deferred and then wrote nothing within the test's patience.</exception>
    public Task<Seen> SeenAsync() => SeeAsync(() => Answer is not null && (!Deferred || Filled || FollowUps.Count > 0));

    /// <summary>What the person sees first, be it only "thinking…".</summary>
    public Task<Seen> FirstAsync() => SeeAsync(() => Answer is not null);

    internal void Answered(CallbackType type) => (Answer, AnsweredAfter) = (type, _world.Time.GetElapsedTime(_started));

    internal StubInteraction Send()
    {
        _world.Do(() => _world.InteractionsByToken[Token] = this);
        DeliverAgain();
        return this;
    }

    private async Task<Seen> SeeAsync(Func<bool> enough)
    {
        using var lost = new CancellationTokenSource();
        var left = CreatedAt + FirstAnswer - _world.Now;
        var tooLate = Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, _world.Time, lost.Token);
        _ = tooLate.ContinueWith(_ => Changed.Raise(), lost.Token, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        var seen = await Changed.UntilAsync(
            () => _world.Do(() => enough() || (Answer is null && tooLate.IsCompleted) ? Seen.Of(this) : null),
            () => (Answer is null ? $"an answer to {this}" : $"more than {Answer} to {this}") + _world.Broken,
            _world.Options.Patience);
        await lost.CancelAsync();
        return seen;
    }

    public override string ToString() => $"{User}'s {Kind} {Payload["data"]?["name"] ?? Payload["data"]?["custom_id"]}";
}

/// <summary>Discord's callback types that a bot may use.</summary>
internal enum CallbackType
{
    Message = 4,
    DeferredMessage = 5,
    DeferredUpdate = 6,
    Update = 7,
    Choices = 8,
    Modal = 9,
}
