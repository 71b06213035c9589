using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Links;

/// <summary>Networks that a person can be written to on.</summary>
public enum Network
{
    Discord,
    Matrix,
}

/// <summary>The list of them.</summary>
public static class NetworkChoices
{
    public static Choices<Network> Networks { get; } = new("network", new(Network.Discord, "discord"), new(Network.Matrix, "matrix"));

    /// <summary>The door of a network.</summary>
    public static string Door(Network network) => Networks.English(network);

    /// <summary>An account as its person may know it again: names can be like others', what the network itself calls it cannot.</summary>
    public static string Shown(Account account, Say say)
        => IsNetwork(account.Door) ? say["my.account", account.Name, Label(account.Door, say), account.ExternalId] : $"{account.Name} ({say["network.terminal"]})";

    /// <summary>What people call a door.</summary>
    public static string Label(string door, Say say) => IsNetwork(door) ? Networks.Label(door, say) : say["network.terminal"];

    /// <summary>Whether a door is one of a network, and not the terminal.</summary>
    public static bool IsNetwork(string door) => Networks.TryRead(door, out _);
}
