using System.Text.Json.Serialization;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>What the door itself keeps as JSON.</summary>
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Session))]
internal sealed partial class MatrixDoorJson : JsonSerializerContext;
